package dev.ensemble;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Incidents.Search;
import dev.ensemble.incident.Reflections;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.Tenures;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people do in Tasklist and see in Cockpit. */
@EnsembleTest
class InTheBrowserTest {

    private static Chromium chromium;

    private Tasklist tasklist;

    @LocalServerPort
    private int port;

    @Autowired
    private Walk walk;

    @Autowired
    private Incidents incidents;

    @Autowired
    private Tenures tenures;

    @Autowired
    private Reflections reflections;

    @Autowired
    private FollowUps followUps;

    @Autowired
    private RuntimeService runtime;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void anIncidentIsReportedARoleTakenAndBothAreSeenInCockpit() {
        var page = loggedIn("maya");
        page.getByText("Start process").click();
        page.locator(".modal-content")
                .getByText("Incident", new Locator.GetByTextOptions().setExact(true))
                .click();
        var form = page.locator(".modal-content");
        form.getByLabel("Service").click();
        form.getByLabel("Service").fill("Figgy");
        form.getByText("Figgy", new Locator.GetByTextOptions().setExact(true))
                .first()
                .click();
        form.getByLabel("What do you see?").fill("Reported in a browser");
        form.getByLabel("Reported by").fill("nobody-here");
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Start"))
                .click();
        assertThat(page.getByText("reporter: Nobody here has this user id").first())
                .isVisible();
        form.getByLabel("Reported by").fill("");
        form.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Start"))
                .click();
        assertThat(page.locator(".modal-content")).hasCount(0);
        var incident = newest();
        assertThat(incidents.get(incident).summary()).isEqualTo("Reported in a browser");

        task("Open roles", incident, incident + " Figgy: take role (moderator)");
        assertThat(page.getByText("Moderates the call")).isVisible();
        page.getByText("Claim", new Page.GetByTextOptions().setExact(true)).click();
        tasklist.complete();
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() ->
                        assertThat(tenures.holder(incident, Role.MODERATOR)).contains("maya"));

        task("Mine", incident, incident + " Figgy: hold role (moderator)");

        openInCockpit(page, incident);
        assertThat(page.getByText(incident.toString()).first()).isVisible();
        assertThat(page.locator(".djs-container svg").first()).isVisible();
        assertThat(page.locator("[data-element-id=respond]").first()).isVisible();
    }

    @Test
    void whatIsMissingIsSaidInTheForm() {
        walk.responding();
        var page = loggedIn("eli");
        task("All open tasks", walk.id(), walk.id() + " Figgy: investigate");
        page.getByText("Claim", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByLabel("What will we try", new Page.GetByLabelOptions().setExact(false)))
                .hasCount(0);

        tasklist.complete();

        assertThat(page.getByText("finding: Say what was found").first()).isVisible();
        page.getByLabel("What did we find?").fill("The rack is dark");
        dismiss(page);
        tasklist.complete();
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(
                        () -> assertThat(walk.timeline()).anyMatch(entry -> "The rack is dark".equals(entry.text())));
    }

    @Test
    void aRoleIsHandedOver() {
        walk.responding().complete("investigate", "eli", Map.of("next", "keep-looking", "finding", "One rack is dark"));
        var page = loggedIn("maya");
        task("Mine", walk.id(), walk.id() + " Figgy: hold role (moderator)");
        assertThat(page.getByLabel("Briefing")).hasCount(0);
        page.getByLabel("Offer the role to").click();
        page.getByText("Sam Turner", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        assertThat(page.getByLabel("Briefing")).hasValue(Pattern.compile("Figgy is down(?s:.*)One rack is dark"));
        page.getByLabel("Briefing").fill("Ask the vendor\n- by noon");
        tasklist.complete();
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(walk.openTasks()).contains("acceptRole"));

        page = loggedIn("sam");
        task("Mine", walk.id(), walk.id() + " Figgy: accept role (moderator)");
        assertThat(page.getByText("Maya Osei asks you to take over").first()).isVisible();
        assertThat(page.getByText("- by noon").first()).isVisible();
        tasklist.complete();

        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() ->
                        assertThat(tenures.holder(walk.id(), Role.MODERATOR)).contains("sam"));
    }

    @Test
    void peopleReflectAloneAndAgreeOnFollowUpsRowByRow() {
        walk.restored();
        var page = loggedIn("noor");
        task("Mine", walk.id(), walk.id() + " Figgy: reflect alone");
        page.getByLabel("What surprised you?").fill("That both hosts failed");
        assertThat(tasklist.axe()).isEmpty();
        tasklist.complete();
        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(reflections.of(walk.id()))
                        .containsEntry("What surprised you?", List.of("That both hosts failed")));

        walk.complete("scheduleMeeting", "noor", Walk.meetingTomorrow())
                .complete("moveMeeting", "noor", Map.of("what", "begin-now"))
                .complete("holdMeeting", "maya", Map.of("causes", "One rack", "lessons", ""));
        page = loggedIn("maya");
        task("Mine", walk.id(), walk.id() + " Figgy: agree on follow-ups");
        page.getByLabel("What will be done").first().fill("Second rack");
        page.getByLabel("Who sees to it").first().selectOption("Eli Brandt");
        page.getByLabel("By when").first().fill(LocalDate.now().plusDays(20).toString());
        page.getByLabel("Done when").first().fill("The hosts stand apart");
        assertThat(tasklist.axe()).isEmpty();
        tasklist.complete();

        await().atMost(Duration.ofMinutes(3))
                .untilAsserted(() -> assertThat(followUps.of(walk.id()))
                        .extracting(FollowUp::action, FollowUp::owner)
                        .containsExactly(tuple("Second rack", "eli")));
    }

    private Page loggedIn(String person) {
        tasklist = Tasklist.of(chromium, port, person);
        return tasklist.page();
    }

    private void task(String filter, IncidentId incident, String name) {
        tasklist.open(incident, filter, name);
    }

    private void openInCockpit(Page page, IncidentId incident) {
        var instance = runtime.createProcessInstanceQuery()
                .processDefinitionKey("incident")
                .processInstanceBusinessKey(incident.toString())
                .singleResult()
                .getId();
        Chromium.patiently(page, () -> {
            page.navigate("about:blank");
            page.navigate(address("/camunda/app/cockpit/default/#/process-instance/%s/runtime".formatted(instance)));
            page.getByText(incident.toString()).first().waitFor();
            page.locator("[data-element-id=respond]").first().waitFor();
        });
    }

    private static void dismiss(Page page) {
        page.locator(".page-notifications .close:visible").first().click();
    }

    private IncidentId newest() {
        return incidents.find(Search.EVERYTHING, null, 1).get(0).id();
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
