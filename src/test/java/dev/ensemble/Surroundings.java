package dev.ensemble;

import dev.ensemble.mail.MailStub;
import dev.ensemble.slack.SlackStub;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** What the product runs against in tests: H2 in memory or a real PostgreSQL, a strict stand-in for Slack, a mail server. */
public class Surroundings implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** One for the whole run. */
    public static final SlackStub SLACK = SlackStub.start();

    /** The same. */
    public static final MailStub MAIL = MailStub.start();

    private static final boolean POSTGRES = "postgres".equals(System.getProperty("ensemble.test.database"));

    private static EmbeddedPostgres postgres;

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "spring.datasource.url=" + freshDatabase(),
                        "spring.datasource.username=" + (POSTGRES ? "postgres" : "ensemble"),
                        "spring.datasource.password=" + (POSTGRES ? "postgres" : ""),
                        "ensemble.slack.bot-token=" + SlackStub.TOKEN,
                        "ensemble.slack.api-url=" + SLACK.url(),
                        // Nobody reads along who could be annoyed.
                        "ensemble.slack.pause=0s",
                        "spring.mail.host=localhost",
                        "spring.mail.port=" + MAIL.port(),
                        "ensemble.mail.from=Library IT <it@example.org>",
                        "ensemble.webhooks.allowed-hosts=localhost",
                        "ensemble.outside.status-page-url=https://status.example.org",
                        // PostgreSQL may be gone before the product has stopped, which should not wait long for it then
                        "spring.datasource.hikari.connection-timeout=5000")
                .applyTo(context);
    }

    /** The address of an empty database of the kind that this run is about. */
    public static String freshDatabase() {
        var name = "ensemble_" + UUID.randomUUID().toString().replace("-", "");
        if (!POSTGRES) {
            return "jdbc:h2:mem:%s;DB_CLOSE_DELAY=-1".formatted(name);
        }
        try (var connection = postgres().getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name);
            return postgres().getJdbcUrl("postgres", name);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static boolean isPostgres() {
        return POSTGRES;
    }

    private static synchronized EmbeddedPostgres postgres() {
        if (postgres == null) {
            try {
                postgres = PostgresServer.start(EmbeddedPostgres::builder);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return postgres;
    }
}
