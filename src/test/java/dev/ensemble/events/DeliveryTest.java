package dev.ensemble.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.Walked;
import dev.ensemble.events.Delivery.State;
import dev.ensemble.events.ReceiverStub.Received;
import dev.ensemble.events.Subscribing.Wish;
import dev.ensemble.incident.Conflict;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.Report;
import dev.ensemble.process.Course;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Set;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.transaction.support.TransactionTemplate;

/** An event on its way to another system, which may fail, be slow, or want no more. */
@EnsembleTest
class DeliveryTest {

    @RegisterExtension
    static final Walked EVERY_BOX = Walked.all("delivery");

    @Autowired
    Walk walk;

    @Autowired
    Walk other;

    @Autowired
    Subscribing subscribing;

    @Autowired
    Webhooks webhooks;

    @Autowired
    Deliveries deliveries;

    @Autowired
    DeliverEvent deliverEvent;

    @Autowired
    Course course;

    @Autowired
    RuntimeService runtime;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private ReceiverStub receiver;
    private Webhook webhook;

    @BeforeEach
    void somebodyListens() {
        receiver = ReceiverStub.start();
        webhook = subscribing.begun(new Wish(receiver.url(), null, null, null), "maya");
    }

    @AfterEach
    void nobodyListensAnyMore() {
        webhooks.all().forEach(one -> subscribing.over(one.id(), now -> {}));
        walk.deliver();
        assertThat(walk.deliveries()).isEmpty();
        receiver.close();
    }

    @Test
    void arrivesOnceAndIsSettled() {
        walk.reported().deliver();

        assertThat(receiver.received()).hasSize(1);
        assertThat(only()).satisfies(delivery -> {
            assertThat(delivery.state()).isEqualTo(State.DELIVERED);
            assertThat(delivery.tries()).isEqualTo(1);
            assertThat(delivery.outcome()).isEqualTo("localhost answered 204");
        });
        assertThat(walk.deliveries()).isEmpty();
        assertThat(walk.timeline()).noneMatch(entry -> entry.label().equals("Settled"));
    }

    @Test
    void isTriedAgainUnderTheSameId() {
        receiver.answers(500, 302);

        walk.reported().deliver();
        assertThat(only().state()).isEqualTo(State.DUE);
        assertThat(only().outcome()).isEqualTo("localhost answered 500");
        timePasses();
        walk.deliver();
        timePasses();
        walk.deliver();

        assertThat(receiver.received()).hasSize(3);
        assertThat(receiver.received())
                .extracting(request -> request.header("webhook-id"))
                .containsOnly(only().mark().toString());
        assertThat(receiver.received())
                .extracting(Received::body)
                .containsOnly(receiver.received().get(0).body());
        assertThat(only().state()).isEqualTo(State.DELIVERED);
        assertThat(only().tries()).isEqualTo(3);
        assertThat(hook().failures()).isZero();
    }

    @Test
    void arrivesAgainWhenNobodyCouldNoteThatItDid() {
        walk.reported();

        transaction.executeWithoutResult(dying -> {
            walk.deliver();
            dying.setRollbackOnly();
        });
        assertThat(only().state()).isEqualTo(State.DUE);
        walk.deliver();

        assertThat(receiver.received()).hasSize(2);
        assertThat(receiver.received())
                .extracting(request -> request.header("webhook-id"))
                .containsOnly(only().mark().toString());
        assertThat(only().state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void isDeadAfterItsLastTryAndVisibleInCockpit() {
        walk.reported();
        fails();

        assertThat(only().state()).isEqualTo(State.DEAD);
        assertThat(only().outcome()).isEqualTo("localhost answered 500");
        assertThat(runtime.createIncidentQuery().activityId("deliverEvent").list())
                .singleElement()
                .satisfies(failed -> assertThat(failed.getIncidentMessage()).isEqualTo("localhost answered 500"));
        assertThat(walk.openTasks()).doesNotContain("doByHand");
    }

    @Test
    void goesOutAfterAllWhenSomebodySaysSo() {
        walk.reported();
        fails();

        subscribing.again(hook(), only());
        assertThat(only().state()).isEqualTo(State.DUE);
        walk.deliver();

        assertThat(only().state()).isEqualTo(State.DELIVERED);
        assertThat(runtime.createIncidentQuery().activityId("deliverEvent").count())
                .isZero();
        assertThat(receiver.received())
                .extracting(request -> request.header("webhook-id"))
                .containsOnly(only().mark().toString());
    }

    @Test
    void goesOutAfterAllWhenItIsTriedAgainInCockpit() {
        walk.reported();
        fails();
        timePasses();

        walk.retryFailed().deliver();

        assertThat(only().state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void goesOutOnceMoreAfterItWasDelivered() {
        walk.reported().deliver();

        subscribing.again(hook(), only());
        walk.deliver();

        assertThat(receiver.received()).hasSize(2);
        assertThat(receiver.received().get(0).body())
                .isEqualTo(receiver.received().get(1).body());
        assertThat(only().state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void waitsWithoutATryWhileTheReceiverIsLeftAlone() {
        receiver.answers(500);
        walk.reported().deliver();
        assertThat(hook().failures()).isEqualTo(1);
        assertThat(hook().restsUntil()).isNotNull();

        other.reported().deliver();

        assertThat(receiver.received()).hasSize(1);
        assertThat(newest().state()).isEqualTo(State.DUE);
        assertThat(newest().tries()).isZero();
        timePasses();
        other.deliver();
        assertThat(deliveries.of(webhook.id(), State.DELIVERED, null, 10)).hasSize(2);
    }

    @Test
    void isLeftAloneForLongerTheMoreOftenItFails() {
        receiver.answers(500, 500, 500);
        walk.reported().deliver();
        var first = rest();
        timePasses();
        walk.deliver();
        timePasses();
        walk.deliver();

        assertThat(rest()).isGreaterThan(first + 10_000);
    }

    @Test
    void holdsUpNobodyElse() {
        try (var well = ReceiverStub.start()) {
            var dead = subscribing.begun(new Wish(nobody(), null, null, null), "maya");
            var alive = subscribing.begun(new Wish(well.url(), null, null, null), "maya");

            walk.reported().deliver();

            assertThat(well.received()).hasSize(1);
            assertThat(deliveries.of(alive.id(), State.DELIVERED, null, 10)).hasSize(1);
            assertThat(deliveries.of(dead.id(), State.DUE, null, 10))
                    .singleElement()
                    .satisfies(delivery -> assertThat(delivery.outcome()).startsWith("localhost cannot be reached: "));
        }
    }

    @Test
    void comesBackWhenTheReceiverAsksForIt() {
        receiver.answers(429, "Retry-After", "600");
        walk.reported().deliver();

        assertThat(rest()).isBetween(590_000L, 600_000L);
        assertThat(walk.deliveries())
                .singleElement()
                .satisfies(job -> assertThat(job.getRetries()).isGreaterThan(1));
        timePasses();
        walk.deliver();
        assertThat(only().state()).isEqualTo(State.DELIVERED);
    }

    @Test
    void waitsNoLongerThanTheSettingsSay() {
        var settings = ReflectionTestUtils.getField(deliverEvent, "settings");
        try {
            ReflectionTestUtils.setField(
                    deliverEvent,
                    "settings",
                    new WebhookProperties(
                            Set.of(),
                            Duration.ofHours(2),
                            Duration.ofMinutes(2),
                            Duration.ofMinutes(3),
                            Duration.ofMinutes(5)));
            receiver.answers(429, "Retry-After", "600");
            walk.reported().deliver();
            assertThat(rest()).isBetween(290_000L, 300_000L);
            timePasses();
            receiver.answers(500);
            walk.deliver();
            assertThat(rest()).isBetween(170_000L, 180_000L);

            jdbc.sql("update delivery set due_since = due_since - interval '3' hour where webhook = :webhook")
                    .param("webhook", webhook.id())
                    .update();
            walk.deliver();
            assertThat(only().state()).isEqualTo(State.DEAD);
        } finally {
            ReflectionTestUtils.setField(deliverEvent, "settings", settings);
        }
    }

    @Test
    void diesAlsoWhereTheReceiverAlwaysAsksForMoreTime() {
        receiver.answers(429, "Retry-After", "600");
        walk.reported();
        jdbc.sql("update delivery set due_since = due_since - interval '25' hour where webhook = :webhook")
                .param("webhook", webhook.id())
                .update();

        walk.deliver();

        assertThat(only().state()).isEqualTo(State.DEAD);
    }

    @Test
    void endsTheWebhookThatWantsNoMore() {
        receiver.answers(410);
        walk.reported();
        other.reported();

        walk.deliver();

        assertThat(hook().endedAt()).isNotNull();
        assertThat(receiver.received()).hasSize(1);
        assertThat(deliveries.of(webhook.id(), State.DROPPED, null, 10)).hasSize(2);
        walk.take("moderator", "maya");
        assertThat(deliveries.of(webhook.id(), null, null, 10)).hasSize(2);
        assertThatThrownBy(() -> subscribing.again(hook(), newest())).isInstanceOf(Conflict.class);
        assertThatThrownBy(() -> subscribing.pinged(hook())).isInstanceOf(Conflict.class);
    }

    @Test
    void isNothingAnyMoreWithItsWebhook() {
        walk.reported();
        fails();

        subscribing.over(webhook.id(), now -> {});
        walk.deliver();

        assertThat(webhooks.find(webhook.id())).isEmpty();
        assertThat(walk.instances())
                .noneMatch(instance -> instance.getProcessDefinitionId().startsWith("delivery:"));
    }

    @Test
    void isNeverAboutDrillsUnlessTheyAreAskedFor() {
        walk.drill(null).deliver();
        assertThat(receiver.received()).isEmpty();

        subscribing.begun(new Wish(receiver.url(), null, null, true), "maya");
        walk.take("moderator", "maya").deliver();

        assertThat(receiver.received())
                .singleElement()
                .satisfies(request -> assertThat(request.body()).contains("\"drill\":true"));
    }

    @Test
    void isNeverAboutWhatFewMayKnow() {
        insecure(walk).deliver();

        assertThat(receiver.received()).isEmpty();
        assertThat(deliveries.of(webhook.id(), null, null, 10)).isEmpty();
    }

    @Test
    void isAboutWhatFewMayKnowWhereTheyAskAndMaySeeIt() {
        var ivos = subscribing.begun(new Wish(receiver.url(), null, true, null), "ivo");
        var sams = subscribing.begun(new Wish(receiver.url(), null, true, null), "sam");
        var admins = subscribing.begun(new Wish(receiver.url(), null, true, null), "admin");

        insecure(walk);

        assertThat(deliveries.of(ivos.id(), null, null, 10)).hasSize(1);
        assertThat(deliveries.of(sams.id(), null, null, 10)).isEmpty();
        assertThat(deliveries.of(admins.id(), null, null, 10)).hasSize(1);
        assertThat(walk.instances())
                .filteredOn(instance -> instance.getProcessDefinitionId().startsWith("delivery:"))
                .hasSize(2)
                .allMatch(instance -> walk.record().circle().equals(instance.getTenantId()));
        walk.deliver();
        assertThat(receiver.received())
                .hasSize(2)
                .allSatisfy(
                        request -> assertThat(request.body()).contains(walk.id().toString(), "\"restricted\":true"));
    }

    @Test
    void isNotSentAnyMoreToWhoeverMayNotSeeItAnyMore() {
        var theirs = subscribing.begun(new Wish(receiver.url(), null, true, null), "rosa");
        insecure(walk);
        assertThat(deliveries.of(theirs.id(), State.DUE, null, 10)).hasSize(1);

        jdbc.sql("update webhook set creator = 'sam' where id = :id")
                .param("id", theirs.id())
                .update();
        walk.deliver();

        assertThat(receiver.received()).isEmpty();
        assertThat(deliveries.of(theirs.id(), State.DROPPED, null, 10)).hasSize(1);
    }

    @Test
    void isDroppedWhereItsIncidentIsRestrictedMeanwhile() {
        walk.responding();

        walk.asRun("maya", () -> course.restricted(walk.id(), "Patron data shows"));
        walk.deliver();

        assertThat(receiver.received()).isEmpty();
        assertThat(deliveries.of(webhook.id(), null, null, 10)).hasSize(2).allSatisfy(delivery -> {
            assertThat(delivery.state()).isEqualTo(State.DROPPED);
            assertThat(delivery.data()).isNull();
        });
        assertThatThrownBy(() -> subscribing.again(hook(), newest())).isInstanceOf(Conflict.class);
    }

    @Test
    void goesIntoTheCircleOfItsIncident() {
        walk.responding();

        walk.asRun("maya", () -> course.conditionChanged(walk.id(), "insecure", "The keys are on the web"));

        assertThat(walk.instances())
                .filteredOn(instance -> instance.getProcessDefinitionId().startsWith("delivery:"))
                .hasSize(3)
                .allMatch(instance -> walk.record().circle().equals(instance.getTenantId()));
        walk.deliver();
        assertThat(receiver.received()).isEmpty();
    }

    @Test
    void isNotPutDownForAReportThatIsRefused() {
        assertThatThrownBy(() -> walk.reported(new Report("Figgy", "broken", "", null, false, false)))
                .isInstanceOf(Refused.class);

        assertThat(deliveries.of(webhook.id(), null, null, 10)).isEmpty();
        assertThat(walk.deliveries()).isEmpty();
    }

    private static Walk insecure(Walk walk) {
        return walk.reported("Figgy", "insecure", "The keys are on the web");
    }

    /** Until nobody tries any more by themselves. */
    private void fails() {
        receiver.answers(500);
        // The engine reads the pauses that the diagram gives only for a job that has not failed yet.
        jdbc.sql("update ACT_RU_JOB set RETRIES_ = 1, EXCEPTION_MSG_ = 'tried before' where ID_ in (:jobs)")
                .param("jobs", walk.deliveries().stream().map(Job::getId).toList())
                .update();
        walk.deliver();
    }

    private void timePasses() {
        jdbc.sql("update webhook set rests_until = rests_until - interval '1' day")
                .update();
    }

    /** Milliseconds from now. */
    private long rest() {
        return hook().restsUntil().toEpochMilli() - System.currentTimeMillis();
    }

    private Webhook hook() {
        return webhooks.find(webhook.id()).orElseThrow();
    }

    private Delivery only() {
        var all = deliveries.of(webhook.id(), null, null, 10);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private Delivery newest() {
        return deliveries.of(webhook.id(), null, null, 1).get(0);
    }

    /** An address at which nobody listens. */
    private static String nobody() {
        try (var socket = new ServerSocket(0)) {
            return "http://localhost:" + socket.getLocalPort();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
