package dev.ensemble.followup;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import dev.ensemble.Chromium;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Tasklist;
import dev.ensemble.Walk;
import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.FollowUp.Kind;
import dev.ensemble.incident.FollowUp.State;
import dev.ensemble.incident.FollowUps;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people agree on and see through in Tasklist. */
@EnsembleTest
class FollowUpsInTheBrowserTest {

    private static final DateTimeFormatter AS_TYPED = DateTimeFormatter.ofPattern("MM/dd/yyyy", Locale.ENGLISH);

    private static Chromium chromium;

    @LocalServerPort
    private int port;

    @Autowired
    private Walk walk;

    @Autowired
    private FollowUps followUps;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void aFollowUpChangesHowWeRespond() {
        walk.meeting().complete("holdMeeting", "maya", Map.of("causes", "One rack", "lessons", ""));
        var tasklist = Tasklist.of(chromium, port, "maya");
        var page = tasklist.open(walk, "Mine", "agree on follow-ups");
        page.getByLabel("What will be done").first().fill("Look at the rack as well");
        page.getByLabel("Who sees to it").first().selectOption("Eli Brandt");
        page.getByLabel("By when").first().fill(today().plusDays(20).toString());
        page.getByLabel("Done when").first().fill("The form of the task asks for it");
        assertThat(page.getByLabel("Which task of our diagrams")).hasCount(0);
        page.getByLabel("What is it good for").first().selectOption("We respond in another way");
        page.getByLabel("Which task of our diagrams").first().selectOption("Fix: Verify fix");
        page.getByLabel("Ticket").first().fill("https://tickets.example.org/42");
        page.getByLabel("Fit for somebody new").first().check();
        assertThat(tasklist.axe()).isEmpty();
        tasklist.complete();

        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(followUps.of(walk.id()))
                        .singleElement()
                        .satisfies(promise -> {
                            assertThat(promise.kind()).isEqualTo(Kind.CHANGE_HOW_WE_RESPOND);
                            assertThat(promise.task()).isEqualTo("verifyFix");
                            assertThat(promise.ticket()).isEqualTo("https://tickets.example.org/42");
                            assertThat(promise.learningFriendly()).isTrue();
                        }));
    }

    @Test
    void anOwnerNamesAnotherWhoNeedsMoreTime() {
        walk.followingUp();
        var tasklist = Tasklist.of(chromium, port, "eli");
        var page = tasklist.open(walk, "Mine", "accept follow-up");
        assertThat(page.getByLabel("Who could see to it")).hasCount(0);
        page.getByLabel("Somebody else should").check();
        page.getByLabel("Who could see to it").click();
        page.getByText("Sam Turner", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        page.getByLabel("Why are they the one to ask").fill("Sam knows the racks");
        assertThat(tasklist.axe()).isEmpty();
        tasklist.complete();
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(promise().owner()).isEqualTo("sam"));

        walk.complete("acceptFollowUp", "sam", Map.of("decision", "accept"));
        tasklist = Tasklist.of(chromium, port, "sam");
        page = tasklist.open(walk, "Mine", "do follow-up");
        assertThat(page.getByLabel("How can one see it")).isVisible();
        page.getByLabel("I need more time").check();
        var later = today().plusDays(30);
        page.getByLabel("By when").fill(AS_TYPED.format(later));
        page.getByLabel("By when").press("Enter");
        page.getByLabel("Why does it take longer").fill("The vendor is late");
        assertThat(tasklist.axe()).isEmpty();
        tasklist.complete();

        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(promise().due()).isEqualTo(later));
        assertThat(promise().state()).isEqualTo(State.ACCEPTED);
    }

    private FollowUp promise() {
        return followUps.of(walk.id()).get(0);
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneId.of("America/New_York"));
    }
}
