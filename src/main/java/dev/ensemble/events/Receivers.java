package dev.ensemble.events;

import io.cloudevents.jackson.JsonFormat;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The other systems, over HTTP. Nobody waits for long, whatever they do; no redirect is followed, no answer read, no connection
 * kept, and each connection goes to an address that was looked at.
 */
@Component
class Receivers {

    private static final Timeout TO_CONNECT = Timeout.ofSeconds(2);
    private static final Timeout TO_ANSWER = Timeout.ofSeconds(5);
    private static final Duration ALL_IN_ALL = Duration.ofSeconds(10);
    private static final ContentType EVENT = ContentType.create(JsonFormat.CONTENT_TYPE, "UTF-8");

    private final Duration allInAll;
    private final CloseableHttpClient http;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(runnable -> {
        var thread = new Thread(runnable, "webhook-watch");
        thread.setDaemon(true);
        return thread;
    });

    @Autowired
    Receivers(Destinations destinations) {
        this(destinations, ALL_IN_ALL);
    }

    /** @param allInAll how long a request may take, once its name is looked up */
    Receivers(Destinations destinations, Duration allInAll) {
        this.allInAll = allInAll;
        this.http = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(destinations)
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(TO_CONNECT)
                                .setSocketTimeout(TO_ANSWER)
                                .build())
                        .setDefaultSocketConfig(
                                SocketConfig.custom().setSoTimeout(TO_ANSWER).build())
                        .setMaxConnTotal(100)
                        .setMaxConnPerRoute(20)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(TO_CONNECT)
                        .setResponseTimeout(TO_ANSWER)
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent("Ensemble")
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    /**
     * @throws NotPublic when it is not to be asked
     * @throws IOException when it cannot be reached, or is too slow
     */
    Answered post(URI url, String secret, Signature event) throws IOException {
        var post = new HttpPost(url);
        post.setEntity(new ByteArrayEntity(event.body(), EVENT));
        post.setHeader(Signature.ID, event.id());
        post.setHeader(Signature.TIMESTAMP, event.timestamp());
        post.setHeader(Signature.SIGNATURE, event.by(secret));
        var tooLate = watch.schedule(post::cancel, allInAll.toMillis(), TimeUnit.MILLISECONDS);
        try (var answer = http.executeOpen(new HttpHost(url.getScheme(), url.getHost(), url.getPort()), post, null)) {
            return new Answered(answer.getCode(), retryAfter(answer));
        } finally {
            tooLate.cancel(false);
        }
    }

    /** Seconds; a date is as good as nothing said. */
    private static Duration retryAfter(ClassicHttpResponse answer) {
        var header = answer.getFirstHeader(HttpHeaders.RETRY_AFTER);
        var text = header == null ? "" : header.getValue().strip();
        return text.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(text)) : null;
    }

    @PreDestroy
    void close() throws IOException {
        watch.shutdownNow();
        http.close();
    }
}
