package dev.ensemble;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.ensemble.incident.Insight;
import dev.ensemble.incident.Insight.Kind;
import dev.ensemble.incident.Learned;
import dev.ensemble.incident.Meeting;
import dev.ensemble.incident.Meetings;
import dev.ensemble.incident.Recurrence.State;
import dev.ensemble.incident.Recurrences;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A meeting writes down what it understood, in Tasklist. */
@EnsembleTest
class MeetingInTheBrowserTest {

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private Walk walk;

    @Autowired
    private Walk before;

    @Autowired
    private Meetings meetings;

    @Autowired
    private Learned learned;

    @Autowired
    private Recurrences recurrences;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void looksAtWhatWasBeforeAndKeepsWhatItUnderstood() {
        before.followingUp();
        walk.restored()
                .completeOwn(
                        "reflectAlone",
                        "noor",
                        Map.of(
                                "answers",
                                List.of(Map.of("question", "What surprised you?", "answer", "That both hosts failed"))))
                .complete("scheduleMeeting", "noor", Walk.meetingTomorrow())
                .complete("moveMeeting", "noor", Map.of("what", "begin-now"));
        var tasklist = Tasklist.of(chromium, port, "maya");
        var page = tasklist.open(walk, "Mine", "hold meeting");
        assertThat(page.getByText("Figgy was down.").first()).isVisible();
        assertThat(page.getByText("That both hosts failed")).isVisible();

        var earlier = page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(before.id() + ","));
        assertThat(earlier.getByText("Move one host to another rack")).isVisible();
        earlier.getByLabel("The same again").check();
        write(page, "Cause 1", "Human error by Eli");
        assertThat(page.getByText("This names a person.").first()).isVisible();
        assertThat(page.getByText("an error of a person").first()).isVisible();
        write(page, "Cause 1", "Both hosts share a rack");
        assertThat(page.getByText("This names a person.")).hasCount(0);
        var moment = walk.timeline().stream()
                .filter(entry -> entry.label().equals("Verify fix"))
                .findFirst()
                .orElseThrow();
        var moments = page.getByLabel("Seen in the timeline at");
        moments.selectOption(moments.locator("option", new Locator.LocatorOptions().setHasText("Verify fix"))
                .getAttribute("value"));
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Unlink")))
                .hasCount(1);
        page.getByText("Add a lesson", exactly()).click();
        write(page, "Lesson 1", "Look at racks");
        page.getByText("Add a lesson", exactly()).click();
        page.getByText("Take out lesson 2", exactly()).click();
        page.getByText("Add a piece of luck", exactly()).click();
        write(page, "Luck 1", "It was day");
        assertThat(tasklist.axe()).isEmpty();
        tasklist.complete();

        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(learned.of(walk.id()))
                        .containsExactly(
                                new Insight(Kind.CAUSE, "Both hosts share a rack", List.of(moment.id())),
                                new Insight(Kind.LESSON, "Look at racks"),
                                new Insight(Kind.LUCK, "It was day")));
        assertThat(recurrences.of(walk.id()))
                .filteredOn(found -> found.earlier().id().equals(before.id()))
                .singleElement()
                .satisfies(found -> assertThat(found.state()).isEqualTo(State.CONFIRMED));
    }

    @Test
    void setsItAsLongAsItMayBe() {
        walk.restored();
        var tasklist = Tasklist.of(chromium, port, "noor");
        var page = tasklist.open(walk, "Mine", "schedule meeting");
        assertThat(page.getByLabel("50 minutes")).isChecked();

        page.getByRole(AriaRole.RADIO).first().check();
        page.getByLabel("25 minutes").check();
        assertThat(tasklist.axe()).isEmpty();
        tasklist.complete();

        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() ->
                        assertThat(meetings.of(walk.id()).map(Meeting::minutes)).contains(25));
    }

    private static void write(Page page, String label, String text) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(text);
    }

    private static Page.GetByTextOptions exactly() {
        return new Page.GetByTextOptions().setExact(true);
    }
}
