package dev.ensemble.operate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.Scrape;
import dev.ensemble.ScrapedTest;
import dev.ensemble.Surroundings;
import dev.ensemble.Walk;
import dev.ensemble.incident.Report;
import dev.ensemble.slack.SlackStub.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What whoever runs the product reads of its queues and doors. */
@ScrapedTest
class MetersTest {

    private static final String OPEN = "ensemble_incidents_open";
    private static final String WAITING = "ensemble_messages_waiting";
    private static final String DUE = "ensemble_jobs_due";
    private static final String FAILED = "ensemble_jobs_failed";
    private static final String OLDEST = "ensemble_jobs_oldest_due_seconds";
    private static final String SAY = "process=\"say\"";
    private static final String OTHER = "process=\"other\"";

    @LocalServerPort
    private int port;

    @Autowired
    private ObjectProvider<Walk> walks;

    @Autowired
    private ManagementService management;

    @Autowired
    private Rounds rounds;

    @AfterEach
    void heal() {
        Surroundings.SLACK.heal();
    }

    @Test
    void countOpenIncidentsByWhereTheyStand() {
        var before = scrape();

        walks.getObject().reported();
        walks.getObject().responding();

        var after = scrape();
        assertThat(more(before, after, OPEN, "stage=\"staff\"", "condition=\"down\""))
                .isEqualTo(1);
        assertThat(more(before, after, OPEN, "stage=\"respond\"", "condition=\"down\""))
                .isEqualTo(1);
        assertThat(after.sum(OPEN) - before.sum(OPEN)).isEqualTo(2);
        assertThat(after.labelled(OPEN, "stage"))
                .containsExactlyInAnyOrder("announce", "staff", "respond", "fix", "reflect", "follow-up");
    }

    @Test
    void tellNothingOfDrillsAndOfWhatFewMayKnow() {
        var before = scrape();

        walks.getObject().reported("Figgy", "insecure", "Strangers are in");
        walks.getObject().reported(new Report("Figgy", "down", "For few", null, true, false));
        walks.getObject().drill(null);

        var after = scrape();
        assertThat(after.sum(OPEN)).isEqualTo(before.sum(OPEN));
        assertThat(after.labelled(OPEN, "condition")).doesNotContain("insecure");
        assertThat(after.value(DUE, "process=\"private-place\"")).isZero();
        assertThat(more(before, after, DUE, OTHER)).isPositive();
    }

    @Test
    void countMessagesAndStepsOnTheirWay() {
        var before = scrape();

        var walk = walks.getObject().reported();
        var waiting = scrape();
        walk.say();
        var said = scrape();

        assertThat(more(before, waiting, WAITING, "way=\"slack\"", "state=\"due\""))
                .isPositive();
        assertThat(more(before, waiting, DUE, SAY)).isPositive();
        assertThat(said.sum(WAITING)).isEqualTo(before.sum(WAITING));
        assertThat(more(before, said, DUE, SAY)).isZero();
    }

    @Test
    void tellWhatIsNotTriedAgainAndWhatAPersonHasToSay() {
        var before = scrape();
        Surroundings.SLACK.fail("chat.postMessage", Fault.error("not_in_channel"));

        walks.getObject().reported().trySaying();

        var after = scrape();
        assertThat(more(before, after, FAILED, SAY)).isEqualTo(1);
        assertThat(more(before, after, WAITING, "way=\"slack\"", "state=\"handed-over\""))
                .isEqualTo(1);
    }

    @Test
    void tellForHowLongTheOldestStepWaits() {
        var walk = walks.getObject().reported();
        var anHourAgo = Date.from(Instant.now().minus(Duration.ofHours(1)));
        management.setJobDuedate(walk.sayings().get(0).getId(), anHourAgo);

        assertThat(scrape().value(OLDEST, SAY)).isBetween(3600.0, 3900.0);

        walk.say();
        assertThat(scrape().value(OLDEST, SAY)).isLessThan(3600);
    }

    @Test
    void tellWhetherSlackAndMailLetUsIn() {
        rounds.look();
        var well = scrape();

        // Its library asks by itself, too.
        Surroundings.SLACK.fail("auth.test", Fault.error("token_revoked"), 3);
        rounds.look();
        var refused = scrape();

        Surroundings.SLACK.heal();
        rounds.look();
        var wellAgain = scrape();

        for (var door : new String[] {"slack", "mail"}) {
            assertThat(well.value("ensemble_door_set_up", label(door))).isEqualTo(1);
            assertThat(well.value("ensemble_door_reachable", label(door))).isEqualTo(1);
            assertThat(well.value("ensemble_door_authorized", label(door))).isEqualTo(1);
            assertThat(well.value("ensemble_door_last_success_timestamp_seconds", label(door)))
                    .isPositive();
            assertThat(well.value("ensemble_door_failing_since_timestamp_seconds", label(door)))
                    .isZero();
        }
        assertThat(refused.value("ensemble_door_authorized", label("slack"))).isZero();
        assertThat(refused.value("ensemble_door_failing_since_timestamp_seconds", label("slack")))
                .isPositive();
        assertThat(refused.value("ensemble_door_authorized", label("mail"))).isEqualTo(1);
        assertThat(wellAgain.value("ensemble_door_authorized", label("slack"))).isEqualTo(1);
    }

    private Scrape scrape() {
        return Scrape.of(port, ScrapedTest.TOKEN);
    }

    private static double more(Scrape before, Scrape after, String name, String... labels) {
        return after.value(name, labels) - before.value(name, labels);
    }

    private static String label(String door) {
        return "door=\"%s\"".formatted(door);
    }
}
