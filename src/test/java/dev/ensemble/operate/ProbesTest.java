package dev.ensemble.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Scrape;
import dev.ensemble.ScrapedTest;
import dev.ensemble.Surroundings;
import java.io.IOException;
import java.time.Duration;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** Whether it lives, and whether it is ready, with what it stands on taken away; no Slack and no mail server is there at all. */
@EnsembleTest
@Tag("otherwise-set-up")
@ContextConfiguration(initializers = {Surroundings.class, ProbesTest.OnItsOwn.class})
@TestPropertySource(
        properties = {
            "camunda.bpm.job-execution.enabled=true",
            "ensemble.figures.token=" + ScrapedTest.TOKEN,
            "ensemble.operate.kept-for=0s",
            "management.prometheus.metrics.export.enabled=true",
            "spring.datasource.hikari.connection-timeout=1000",
            "spring.datasource.hikari.validation-timeout=500"
        })
@DirtiesContext
class ProbesTest {

    private static final Duration LONG = Duration.ofMinutes(2);
    private static final OwnDatabase DATABASE = OwnDatabase.start();

    @LocalServerPort
    private int port;

    @Autowired
    private JobExecutor clockwork;

    @Autowired
    private Rounds rounds;

    @AfterAll
    static void stop() throws IOException {
        DATABASE.close();
    }

    @Test
    void isNotReadyWithoutItsDatabaseAndLives() throws IOException {
        await().atMost(LONG).until(() -> answers("readiness") == 200);

        DATABASE.stop();

        await().atMost(LONG).until(() -> answers("readiness") == 503);
        assertThat(answers("liveness")).isEqualTo(200);
        assertThat(Scrape.of(port, ScrapedTest.TOKEN).value("ensemble_database_answers"))
                .isZero();

        DATABASE.startAgain();

        await().atMost(LONG).until(() -> answers("readiness") == 200);
    }

    @Test
    void isNotReadyWhileTheEngineStandsStillAndLives() {
        await().atMost(LONG).until(() -> answers("readiness") == 200);

        clockwork.shutdown();

        assertThat(answers("readiness")).isEqualTo(503);
        assertThat(answers("liveness")).isEqualTo(200);

        clockwork.start();

        assertThat(answers("readiness")).isEqualTo(200);
    }

    @Test
    void isReadyWithoutSlackAndMail() {
        rounds.look();

        await().atMost(LONG).until(() -> answers("readiness") == 200);
        var scrape = Scrape.of(port, ScrapedTest.TOKEN);
        assertThat(scrape.value("ensemble_door_reachable", "door=\"slack\"")).isZero();
        assertThat(scrape.value("ensemble_door_reachable", "door=\"mail\"")).isZero();
        assertThat(answers("liveness")).isEqualTo(200);
    }

    private int answers(String probe) {
        return new Browser(port).get("/actuator/health/" + probe).statusCode();
    }

    /** Its own database, and nobody at the other end of Slack and mail. */
    static class OnItsOwn implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "spring.datasource.url=" + DATABASE.url(),
                            "ensemble.slack.api-url=http://127.0.0.1:1/api/",
                            "spring.mail.host=127.0.0.1",
                            "spring.mail.port=1")
                    .applyTo(context);
        }
    }
}
