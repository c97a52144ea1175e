package dev.ensemble.events;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * Where requests may go: to the public internet, and to hosts that the settings name. Whoever connects asks here and connects to
 * what was answered, so that no name can mean one thing when it is looked at and another when it is used.
 */
@Component
class Destinations implements DnsResolver {

    /** Loopback, private, link-local, shared, reserved, documentation, benchmarks, multicast; ways to spell IPv4 in IPv6. */
    private static final List<IpAddressMatcher> NOT_PUBLIC = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    // answers every virtual machine of one cloud, though it looks public
                    "168.63.129.16/32",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.0.0.0/24",
                    "192.0.2.0/24",
                    "192.88.99.0/24",
                    "192.168.0.0/16",
                    "198.18.0.0/15",
                    "198.51.100.0/24",
                    "203.0.113.0/24",
                    "224.0.0.0/4",
                    "240.0.0.0/4",
                    "2001::/23",
                    "2001:db8::/32",
                    "2002::/16",
                    "3fff::/20")
            .map(IpAddressMatcher::new)
            .toList();

    /** All other IPv6 is for no public host. */
    private static final IpAddressMatcher GLOBAL_IPV6 = new IpAddressMatcher("2000::/3");

    private final Set<String> allowed;
    private final DnsResolver names;

    @Autowired
    Destinations(WebhookProperties settings) {
        this(settings.allowedHosts(), SystemDefaultDnsResolver.INSTANCE);
    }

    Destinations(Set<String> allowed, DnsResolver names) {
        this.allowed = allowed.stream().map(Destinations::plain).collect(Collectors.toUnmodifiableSet());
        this.names = names;
    }

    /** Whether the settings name this host. */
    boolean isNamed(String host) {
        return allowed.contains(plain(host));
    }

    /** @throws NotPublic when one of its addresses must not be asked */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = names.resolve(host);
        if (addresses == null || addresses.length == 0) {
            throw new UnknownHostException(host);
        }
        if (!isNamed(host) && !Stream.of(addresses).allMatch(Destinations::isPublic)) {
            throw new NotPublic(host);
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private static boolean isPublic(InetAddress address) {
        var isLocal = address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress();
        if (isLocal) {
            return false;
        }
        var text = address.getHostAddress();
        return (!text.contains(":") || GLOBAL_IPV6.matches(text))
                && NOT_PUBLIC.stream().noneMatch(range -> range.matches(text));
    }

    private static String plain(String host) {
        return host.toLowerCase(Locale.ROOT).strip();
    }
}
