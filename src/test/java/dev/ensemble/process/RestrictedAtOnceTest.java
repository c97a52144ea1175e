package dev.ensemble.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Surroundings;
import dev.ensemble.Walk;
import dev.ensemble.incident.Conflict;
import dev.ensemble.incident.Message.Kind;
import dev.ensemble.incident.Messages;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.UnknownIncident;
import dev.ensemble.slack.SlackStub;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.camunda.bpm.engine.FormService;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An incident is restricted in the very moment in which something else happens to it. */
@EnsembleTest
class RestrictedAtOnceTest {

    private static final int ROUNDS = 5;

    @Autowired
    Walk walk;

    @Autowired
    Walk other;

    @Autowired
    Course course;

    @Autowired
    Messages messages;

    @Autowired
    FormService forms;

    @Autowired
    JdbcClient jdbc;

    @RepeatedTest(ROUNDS)
    void twoRestrictItAndOneHearsThatItIsDone() throws Exception {
        walk.responding();

        var failures = atOnce(List.of(restricting("maya"), restricting("rosa")));

        assertThat(failures).singleElement().isInstanceOf(Conflict.class);
        assertThat(walk.timeline().stream().filter(entry -> entry.label().equals("Incident restricted")))
                .hasSize(1);
        nothingIsLeftForEverybody();
    }

    @RepeatedTest(ROUNDS)
    void itIsRestrictedWhileItBecomesAPartOfAnother() throws Exception {
        walk.responding();
        other.responding();

        var failures = atOnce(List.of(
                restricting("maya"),
                by("maya", () -> course.merged(walk.id(), other.id().toString()))));

        assertThat(failures).singleElement().isInstanceOf(Conflict.class);
        assertThat(walk.record().restricted()).isNotEqualTo(walk.record().isOver());
        assertThat(other.record().restricted()).isFalse();
    }

    @RepeatedTest(ROUNDS)
    void theOtherIsRestrictedWhileItBecomesAPartOfIt() throws Exception {
        walk.responding();
        other.responding();

        var failures = atOnce(List.of(
                restricting("maya"),
                by("maya", () -> course.merged(other.id(), walk.id().toString()))));

        if (other.record().isOver()) {
            assertThat(failures).isEmpty();
            assertThat(other.record().restricted()).isTrue();
            assertThat(other.record().circle()).isEqualTo(walk.record().circle());
        } else {
            assertThat(failures).singleElement().isInstanceOfAny(Conflict.class, Refused.class, UnknownIncident.class);
        }
        nothingIsLeftForEverybody();
    }

    @RepeatedTest(ROUNDS)
    void aTaskIsCompletedMeanwhile() throws Exception {
        walk.responding();
        var task = walk.task("investigate").getId();

        atOnce(List.of(
                restricting("maya"),
                by("eli", () -> forms.submitTaskForm(task, Map.of("next", "try-fix", "idea", "Restart")))));

        assertThat(walk.record().restricted()).isTrue();
        nothingIsLeftForEverybody();
    }

    @RepeatedTest(ROUNDS)
    void itIsBeingSaidMeanwhile() throws Exception {
        var words = "Said in the very moment " + System.nanoTime();
        walk.reported("Figgy", "down", words).take("moderator", "maya");
        var saying = walk.sayings().get(0);

        atOnce(List.of(restricting("maya"), () -> {
            walk.trySaying(saying);
            return null;
        }));
        aMinutePasses();
        walk.openChannel();
        for (var left = 20; left > 0 && !walk.sayings().isEmpty(); left--) {
            walk.sayings().forEach(walk::trySaying);
        }

        nothingIsLeftForEverybody();
        assertThat(Surroundings.SLACK.postsContaining(words))
                .isNotEmpty()
                .noneMatch(said -> said.channel().equals(SlackStub.REPORTS));
        assertThat(messages.of(walk.id()).stream().filter(message -> message.kind() == Kind.TAKING_BACK))
                .allMatch(message -> message.settledAt() != null);
    }

    private void aMinutePasses() {
        jdbc.sql("update incident set restricted_at = restricted_at - interval '2' minute where number = :number")
                .param("number", walk.id().number())
                .update();
    }

    private void nothingIsLeftForEverybody() {
        var instances = jdbc.sql("select ID_ from ACT_HI_PROCINST where BUSINESS_KEY_ = :number")
                .param("number", walk.id().toString())
                .query(String.class)
                .list();
        for (var table : List.of(
                "ACT_RU_EXECUTION",
                "ACT_RU_TASK",
                "ACT_RU_VARIABLE",
                "ACT_RU_EVENT_SUBSCR",
                "ACT_HI_PROCINST",
                "ACT_HI_ACTINST",
                "ACT_HI_TASKINST")) {
            assertThat(jdbc.sql("select count(*) from %s where TENANT_ID_ is null and PROC_INST_ID_ in (:instances)"
                                    .formatted(table))
                            .param("instances", instances)
                            .query(Integer.class)
                            .single())
                    .as(table)
                    .isZero();
        }
        assertThat(walk.jobs()).allMatch(job -> walk.record().circle().equals(job.getTenantId()));
    }

    private Callable<Void> restricting(String person) {
        return by(person, () -> course.restricted(walk.id(), "Somebody could abuse it"));
    }

    private Callable<Void> by(String person, Runnable doing) {
        return () -> walk.as(person, () -> {
            doing.run();
            return null;
        });
    }

    private static List<Throwable> atOnce(List<Callable<Void>> doings) throws Exception {
        var barrier = new CyclicBarrier(doings.size());
        var failures = new ArrayList<Throwable>();
        var pool = Executors.newFixedThreadPool(doings.size());
        try {
            var running = doings.stream()
                    .map(doing -> pool.submit(() -> {
                        barrier.await();
                        return doing.call();
                    }))
                    .toList();
            for (var future : running) {
                try {
                    future.get();
                } catch (ExecutionException e) {
                    failures.add(e.getCause());
                }
            }
        } finally {
            pool.shutdownNow();
        }
        return failures;
    }
}
