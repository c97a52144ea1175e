package dev.ensemble.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Other systems that answer, lead elsewhere, or never come to an end. */
class ReceiversTest {

    private final ReceiverStub receiver = ReceiverStub.start();
    private final Receivers receivers = new Receivers(
            new Destinations(Set.of("localhost"), SystemDefaultDnsResolver.INSTANCE), Duration.ofMillis(500));

    @AfterEach
    void close() throws IOException {
        receivers.close();
        receiver.close();
    }

    @Test
    void areShownASignatureThatAnotherLibraryBelieves() throws Exception {
        var secret = Signature.newSecret();

        receivers.post(URI.create(receiver.url()), secret, event("{\"naïve\": \"ü\"}"));

        assertThat(receiver.received()).singleElement().satisfies(request -> {
            new Webhook(secret).verify(request.body(), request.headers());
            assertThatThrownBy(() -> new Webhook(secret).verify(request.body() + " ", request.headers()))
                    .hasMessageContaining("ignature");
            assertThatThrownBy(() -> new Webhook(Signature.newSecret()).verify(request.body(), request.headers()))
                    .hasMessageContaining("ignature");
            assertThat(request.header("content-type")).startsWith("application/cloudevents+json");
        });
    }

    @Test
    void areNotFollowedElsewhere() throws Exception {
        try (var elsewhere = ReceiverStub.start()) {
            receiver.answers(307, "Location", elsewhere.url());

            var answered = receivers.post(URI.create(receiver.url()), Signature.newSecret(), event("{}"));

            assertThat(answered.status()).isEqualTo(307);
            assertThat(answered.isTaken()).isFalse();
            assertThat(elsewhere.received()).isEmpty();
        }
    }

    @Test
    void sayWhenTheyWouldLikeToBeAskedAgain() throws Exception {
        receiver.answers(503, "Retry-After", "120");
        receiver.answers(503, "Retry-After", "Wed, 21 Oct 2026 07:28:00 GMT");

        assertThat(post().retryAfter()).isEqualTo(Duration.ofMinutes(2));
        assertThat(post().retryAfter()).isNull();
    }

    /** One that sends a byte now and then, so that it never runs into the time for an answer. */
    @Test
    void areNotWaitedForWhateverTheyDo() throws Exception {
        var done = new CountDownLatch(1);
        try (var slow = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var dripping = new Thread(() -> {
                try (var connection = slow.accept()) {
                    var out = connection.getOutputStream();
                    out.write("HTTP/1.1 200 OK\r\nX-Long: ".getBytes(StandardCharsets.US_ASCII));
                    out.flush();
                    done.await();
                } catch (IOException | InterruptedException e) {
                    // the other side has gone, as it should
                }
            });
            dripping.start();

            assertThatThrownBy(() -> receivers.post(
                            URI.create("http://localhost:" + slow.getLocalPort()), Signature.newSecret(), event("{}")))
                    .isInstanceOf(IOException.class);

            done.countDown();
            dripping.join();
        }
    }

    private Answered post() throws IOException {
        return receivers.post(URI.create(receiver.url()), Signature.newSecret(), event("{}"));
    }

    private static Signature event(String body) {
        return new Signature(UUID.randomUUID(), Instant.now(), body.getBytes(StandardCharsets.UTF_8));
    }
}
