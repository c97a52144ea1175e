package dev.ensemble.followup;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.ensemble.Chromium;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.FollowUp.Kind;
import dev.ensemble.incident.FollowUp.State;
import dev.ensemble.incident.FollowUps;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
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
        var page = loggedIn("maya");
        task(page, "agree on follow-ups");
        page.getByLabel("What will be done").first().fill("Look at the rack as well");
        page.getByLabel("Who sees to it").first().selectOption("Eli Brandt");
        page.getByLabel("By when").first().fill(today().plusDays(20).toString());
        page.getByLabel("Done when").first().fill("The form of the task asks for it");
        assertThat(page.getByLabel("Which task of our diagrams")).hasCount(0);
        page.getByLabel("What is it good for").first().selectOption("We respond in another way");
        page.getByLabel("Which task of our diagrams").first().selectOption("Fix: Verify fix");
        page.getByLabel("Ticket").first().fill("https://tickets.example.org/42");
        page.getByLabel("Fit for somebody new").first().check();
        assertThat(axe(page)).isEmpty();
        complete(page);

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
        var page = loggedIn("eli");
        task(page, "accept follow-up");
        assertThat(page.getByLabel("Who could see to it")).hasCount(0);
        page.getByLabel("Somebody else should").check();
        page.getByLabel("Who could see to it").click();
        page.getByText("Sam Turner", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        page.getByLabel("Why are they the one to ask").fill("Sam knows the racks");
        assertThat(axe(page)).isEmpty();
        complete(page);
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(promise().owner()).isEqualTo("sam"));

        walk.complete("acceptFollowUp", "sam", Map.of("decision", "accept"));
        page = loggedIn("sam");
        task(page, "do follow-up");
        assertThat(page.getByLabel("How can one see it")).isVisible();
        page.getByLabel("I need more time").check();
        var later = today().plusDays(30);
        page.getByLabel("By when").fill(AS_TYPED.format(later));
        page.getByLabel("By when").press("Enter");
        page.getByLabel("Why does it take longer").fill("The vendor is late");
        assertThat(axe(page)).isEmpty();
        complete(page);

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

    private Page loggedIn(String person) {
        var page = chromium.page();
        page.navigate(address("/"));
        page.getByLabel("User name").fill(person);
        page.getByLabel("Password").fill("ensemble");
        page.getByText("Log in", new Page.GetByTextOptions().setExact(true)).click();
        page.getByText("All open tasks").first().waitFor();
        return page;
    }

    /** Opens a task of theirs, searched by its incident since other tests' tasks fill the list. */
    private void task(Page page, String label) {
        var name = "%s Figgy: %s".formatted(walk.id(), label);
        var search = "[{\"type\":\"processInstanceBusinessKey\",\"operator\":\"eq\",\"value\":\"%s\",\"name\":\"\"}]"
                .formatted(walk.id());
        page.navigate("about:blank");
        page.navigate(address(
                "/camunda/app/tasklist/default/#/?searchQuery=" + URLEncoder.encode(search, StandardCharsets.UTF_8)));
        page.locator(".task-filters").getByText("Mine").first().click();
        page.locator(".tasks-list").getByText(name).first().click();
        page.locator(".task-details").getByText(name).first().waitFor();
    }

    private static void complete(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"))
                .click();
    }

    /** What axe finds wrong inside the form, which is ours; the frame around it is Camunda's. */
    private static List<String> axe(Page page) {
        return new AxeBuilder(page)
                .include("form[name=form], .fjs-container").analyze().getViolations().stream()
                        .map(Rule::getId)
                        .toList();
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
