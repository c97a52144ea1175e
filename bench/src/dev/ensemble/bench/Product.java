package dev.ensemble.bench;

import com.zaxxer.hikari.HikariDataSource;
import dev.ensemble.BegunAtOnce;
import dev.ensemble.Ensemble;
import dev.ensemble.mail.MailStub;
import dev.ensemble.slack.SlackStub;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The whole product on a free port of this machine, with the example people, and stand-ins for Slack and the mail server. The
 * engine's clockwork is off, so that nothing runs but what is measured.
 */
final class Product implements AutoCloseable {

    private static final SlackStub SLACK = SlackStub.start();
    private static final MailStub MAIL = MailStub.start();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;
    private final int port;

    private Product(ConfigurableApplicationContext context) {
        this.context = context;
        this.port = ((WebServerApplicationContext) context).getWebServer().getPort();
        context.getBean(BegunAtOnce.class).stop();
    }

    static Product on(Database database, String url, Statements statements) {
        return new Product(new SpringApplicationBuilder(Ensemble.class)
                .profiles("example")
                .initializers(starting -> starting.getBeanFactory().addBeanPostProcessor(counting(statements)))
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + url,
                        "--spring.datasource.username=" + database.user(),
                        "--spring.datasource.hikari.maximum-pool-size=" + Database.CONNECTIONS,
                        "--ensemble.slack.bot-token=" + SlackStub.TOKEN,
                        "--ensemble.slack.api-url=" + SLACK.url(),
                        "--ensemble.slack.pause=0s",
                        "--spring.mail.host=localhost",
                        "--spring.mail.port=" + MAIL.port(),
                        "--ensemble.mail.from=Library IT <it@example.org>",
                        "--ensemble.outside.status-page-url=https://status.example.org",
                        "--ensemble.library.catches-up-every=1h",
                        "--camunda.bpm.job-execution.enabled=false",
                        "--spring.main.banner-mode=off",
                        "--ensemble.admin.password=a-password-for-the-bench",
                        "--logging.level.root=error",
                        "--logging.level.dev.ensemble.bench=info"));
    }

    ProcessEngine engine() {
        return context.getBean(ProcessEngine.class);
    }

    JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    /** @throws IllegalStateException with the answer where it is no good one */
    String get(String person, String path) {
        return send("GET", person, path, null);
    }

    /** The same. */
    String send(String method, String person, String path, String json) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d%s".formatted(port, path)))
                .header("Authorization", basic(person))
                .header("Content-Type", "application/json")
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json))
                .build();
        var answer = answer(request);
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    "%s %s %s: %d %s".formatted(method, path, json, answer.statusCode(), answer.body()));
        }
        return answer.body();
    }

    @Override
    public void close() {
        context.close();
    }

    private static HttpResponse<String> answer(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String basic(String person) {
        return "Basic "
                + Base64.getEncoder().encodeToString((person + ":ensemble").getBytes(StandardCharsets.UTF_8));
    }

    private static BeanPostProcessor counting(Statements statements) {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof HikariDataSource pool ? statements.counting((DataSource) pool) : bean;
            }
        };
    }
}
