package dev.ensemble.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where requests may go, in every spelling of where they may not. */
class DestinationsTest {

    private static final Destinations OUTSIDE =
            new Destinations(Set.of("hooks.internal"), SystemDefaultDnsResolver.INSTANCE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.0.0.1",
                "127.255.1.2",
                "2130706433",
                "127.1",
                "0.0.0.0",
                "0.1.2.3",
                "10.0.0.1",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "100.127.255.255",
                "168.63.129.16",
                "192.0.0.8",
                "192.0.2.1",
                "192.88.99.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.7",
                "203.0.113.9",
                "224.0.0.1",
                "239.255.255.250",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "[::1]",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "::ffff:a9fe:a9fe",
                "::127.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "fc00::1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "4000::1"
            })
    void areNotInTheHouseNorReserved(String host) {
        assertThatThrownBy(() -> OUTSIDE.resolve(host)).isInstanceOf(UnknownHostException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.167.1.1",
                "198.17.0.1",
                "198.20.0.1",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2a00:1450::1"
            })
    void areThePublicInternet(String host) throws UnknownHostException {
        assertThat(OUTSIDE.resolve(host)).hasSize(1);
    }

    @Test
    void areRefusedWhereOnlyOneOfTheAddressesIsInTheHouse() {
        var mixed = new Destinations(Set.of(), names("1.1.1.1", "10.0.0.1"));

        assertThatThrownBy(() -> mixed.resolve("both.example.org")).isInstanceOf(NotPublic.class);
    }

    @Test
    void areAlsoWhatTheSettingsName() throws UnknownHostException {
        var named = new Destinations(Set.of("Hooks.Internal"), names("10.0.0.1"));

        assertThat(named.resolve("hooks.internal")).hasSize(1);
        assertThat(named.isNamed("HOOKS.internal")).isTrue();
        assertThatThrownBy(() -> named.resolve("hooks.internal.example.org")).isInstanceOf(NotPublic.class);
    }

    @Test
    void areLookedAtWhenTheyAreConnectedTo() throws Exception {
        var answers = new ArrayDeque<>(List.of("1.1.1.1", "127.0.0.1"));
        var rebinding = new Destinations(Set.of(), names(answers));
        try (var inTheHouse = ReceiverStub.start()) {
            var url = URI.create("http://rebinding.example.org:%d/".formatted(inTheHouse.port()));
            assertThat(rebinding.resolve("rebinding.example.org")).hasSize(1);
            var receivers = new Receivers(rebinding);

            assertThatThrownBy(() -> receivers.post(url, Signature.newSecret(), event()))
                    .isInstanceOf(NotPublic.class);

            assertThat(inTheHouse.received()).isEmpty();
            receivers.close();
        }
    }

    @Test
    void areAskedForEachRequestAnew() throws Exception {
        var answers = new ArrayDeque<>(List.of("127.0.0.1", "127.0.0.1"));
        var named = new Destinations(Set.of("hooks.internal"), names(answers));
        try (var receiver = ReceiverStub.start()) {
            var url = URI.create("http://hooks.internal:%d/".formatted(receiver.port()));
            var receivers = new Receivers(named);

            receivers.post(url, Signature.newSecret(), event());
            receivers.post(url, Signature.newSecret(), event());

            assertThat(answers).isEmpty();
            assertThat(receiver.received()).hasSize(2);
            receivers.close();
        }
    }

    private static Signature event() {
        return new Signature(UUID.randomUUID(), Instant.now(), "{}".getBytes());
    }

    private static DnsResolver names(String... addresses) {
        return new Names() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                var all = new InetAddress[addresses.length];
                for (var index = 0; index < all.length; index++) {
                    all[index] = InetAddress.getByName(addresses[index]);
                }
                return all;
            }
        };
    }

    private static DnsResolver names(ArrayDeque<String> answers) {
        return new Names() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return new InetAddress[] {InetAddress.getByName(answers.remove())};
            }
        };
    }

    private abstract static class Names implements DnsResolver {
        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
