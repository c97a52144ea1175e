package dev.ensemble.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Round;
import dev.ensemble.Surroundings;
import dev.ensemble.Walk;
import dev.ensemble.Walked;
import dev.ensemble.alerts.Alert.Status;
import dev.ensemble.incident.Triage;
import dev.ensemble.incident.Triages;
import dev.ensemble.slack.SlackStub;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * Everything fails at once: many alerts of a few things, in no order, each batch sent twice. {@code -Dstorm.alerts=10000
 * -Dstorm.connections=32} runs it at full size.
 */
@EnsembleTest
class StormTest {

    private static final Logger LOG = LoggerFactory.getLogger(StormTest.class);

    @RegisterExtension
    static final Walked EVERY_BOX = Walked.allBeside("storm");

    private static final int ALERTS = Integer.getInteger("storm.alerts", 1000);
    private static final int CONNECTIONS = Integer.getInteger("storm.connections", 16);
    private static final int THINGS = 50;
    private static final int BATCH = 10;
    /** Two seconds are the aim, on a machine that does nothing else: {@code -Dstorm.answered-within=2000}. */
    private static final Duration SOON = Duration.ofMillis(Integer.getInteger("storm.answered-within", 60_000));

    @Autowired
    Intake intake;

    @Autowired
    Triages triages;

    @Autowired
    Alerts alerts;

    @Autowired
    SayTriage sayTriage;

    @Autowired
    Clock clock;

    @Autowired
    Monitoring monitoring;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService jobs;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Walk walk;

    @Autowired
    Round round;

    @BeforeEach
    void calm() {
        longAgo();
        walk.reported();
    }

    @AfterEach
    void calmAgain() {
        runtime.createProcessInstanceQuery().processDefinitionKey("triage").list().stream()
                .filter(open -> things().stream()
                        .anyMatch(triage -> triage.id().toString().equals(open.getBusinessKey())))
                .forEach(open -> runtime.deleteProcessInstance(open.getId(), "over"));
        jdbc.sql("update triage set held = null, state = 'dismissed' where alert_key like 'alertmanager thing-%'")
                .update();
        longAgo();
    }

    @Test
    void opensOneTriageForEachThingAndCountsAll() throws Exception {
        var batches = batches();
        var before = kept();
        var storm = Executors.newFixedThreadPool(CONNECTIONS);
        var begun = Instant.now();
        var done = batches.stream().map(batch -> storm.submit(sending(batch))).toList();
        done.get(done.size() / 3).get();
        var reported = Instant.now();
        walk.reported();
        var answered = Duration.between(reported, Instant.now());
        for (var sent : done) {
            sent.get();
        }
        storm.shutdown();
        LOG.info(
                "{} alerts, each twice, over {} connections: {} ms; a person's report meanwhile: {} ms",
                ALERTS,
                CONNECTIONS,
                Duration.between(begun, Instant.now()).toMillis(),
                answered.toMillis());

        assertThat(things()).hasSize(THINGS);
        assertThat(kept() - before).isEqualTo(2L * ALERTS);
        assertThat(answered).isLessThan(SOON);
        saysEachOnceAndAllTogether();
    }

    @Test
    void isWhatTheSettingsCallOne() {
        var settings = ReflectionTestUtils.getField(sayTriage, "settings");
        var fewer = new AlertProperties(2, Duration.ofHours(1), Duration.ZERO);
        var calm = new AlertProperties(4, Duration.ofHours(1), Duration.ZERO);
        try {
            ReflectionTestUtils.setField(sayTriage, "settings", fewer);
            var said = Surroundings.SLACK.posts().size();
            for (var number = 0; number < 3; number++) {
                monitoring.fires("thing-" + number);
                openedHalfAnHourAgo();
                monitoring.run(monitoring.triage("thing-" + number), "sayTriage");
            }
            assertThat(Surroundings.SLACK.posts().stream().skip(said).map(post -> post.thread() != null))
                    .containsExactly(false, false, true);

            assertThat(storms(calm).see()).isFalse();
            assertThat(storms(new AlertProperties(2, Duration.ofMinutes(10), Duration.ZERO))
                            .see())
                    .isFalse();
            assertThat(storms(fewer).see()).isTrue();
        } finally {
            ReflectionTestUtils.setField(sayTriage, "settings", settings);
            jdbc.sql("delete from storm where said_at is null").update();
        }
    }

    private Storms storms(AlertProperties settings) {
        return new Storms(jdbc, triages, settings, clock);
    }

    private void openedHalfAnHourAgo() {
        jdbc.sql("update triage set opened_at = :then where alert_key like 'alertmanager thing-%' and held")
                .param("then", OffsetDateTime.ofInstant(clock.instant().minus(Duration.ofMinutes(30)), ZoneOffset.UTC))
                .update();
    }

    private void saysEachOnceAndAllTogether() {
        var said = Surroundings.SLACK.posts().size();
        things().forEach(triage -> monitoring.run(triage, "sayTriage"));
        var posts = Surroundings.SLACK
                .posts()
                .subList(said, Surroundings.SLACK.posts().size());
        assertThat(posts).hasSize(THINGS);
        assertThat(posts.stream().filter(post -> post.thread() == null)).hasSizeLessThan(10);

        round.begun("storm").next();
        assertThat(round.isOver()).isTrue();
        assertThat(last().text())
                .contains("Many alerts at once: 50 to triage", "Figgy: 50", "Nobody has decided about 50 of them");

        jobs.executeJob(round.start("storm").getId());
        assertThat(Surroundings.SLACK.posts()).hasSize(said + THINGS + 1);
    }

    private static SlackStub.Said last() {
        var posts = Surroundings.SLACK.posts();
        return posts.get(posts.size() - 1);
    }

    private Callable<Void> sending(List<Alert> batch) {
        return () -> {
            intake.take(Monitoring.SOURCE, batch);
            return null;
        };
    }

    /** Shuffled, the same in every run; each thing fires and resolves and fires again, each batch comes twice. */
    private static List<List<Alert>> batches() {
        var random = new Random(7);
        var all = new ArrayList<>(IntStream.range(0, ALERTS)
                .mapToObj(number -> Monitoring.alert(
                        "thing-" + number % THINGS,
                        number / THINGS % 3 == 1 ? Status.RESOLVED : Status.FIRING,
                        Map.of("service", "figgy")))
                .toList());
        Collections.shuffle(all, random);
        var batches = new ArrayList<List<Alert>>();
        for (var from = 0; from < ALERTS; from += BATCH) {
            var batch = List.copyOf(all.subList(from, Math.min(ALERTS, from + BATCH)));
            batches.add(batch);
            batches.add(batch);
        }
        Collections.shuffle(batches, random);
        return batches;
    }

    private List<Triage> things() {
        return IntStream.range(0, THINGS)
                .mapToObj(number -> "alertmanager thing-" + number)
                .flatMap(key -> triages.held(key).stream())
                .toList();
    }

    /** None was opened twice, also not one that is over. */
    private long kept() {
        assertThat(jdbc.sql(
                                "select count(*) from triage where alert_key like 'alertmanager thing-%' and state = 'open'")
                        .query(Integer.class)
                        .single())
                .isIn(0, THINGS);
        return jdbc.sql("select count(*) from alert where alert_key like 'alertmanager thing-%'")
                .query(Long.class)
                .single();
    }

    private void longAgo() {
        for (var change : List.of("update triage set opened_at = :longAgo", "update storm set seen_at = :longAgo")) {
            jdbc.sql(change)
                    .param("longAgo", OffsetDateTime.parse("2026-01-01T00:00:00Z"))
                    .update();
        }
    }
}
