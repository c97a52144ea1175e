package dev.ensemble.join;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import dev.ensemble.Chromium;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Tasklist;
import dev.ensemble.Walk;
import dev.ensemble.incident.Glossary;
import dev.ensemble.incident.Glossary.Explained;
import dev.ensemble.incident.Member;
import dev.ensemble.incident.Members;
import dev.ensemble.incident.Reflections;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The interpreter explains, somebody joins and reads it, and looks back: in Tasklist. */
@EnsembleTest
class JoinInTheBrowserTest {

    private static Chromium chromium;

    private Tasklist tasklist;

    @LocalServerPort
    private int port;

    @Autowired
    private Walk walk;

    @Autowired
    private Members members;

    @Autowired
    private Glossary glossary;

    @Autowired
    private Reflections reflections;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @Test
    void wordsAreExplainedRowByRowAndReadByWhoJoins() {
        walk.responding().take("interpreter", "ines");
        var page = loggedIn("ines");
        task("Mine", "Figgy: sum up");
        page.getByLabel("Where we are").fill("Both hosts are dark");
        page.getByText("Explain a word", exact()).click();
        page.getByLabel("Word", new Page.GetByLabelOptions().setExact(true)).fill("IIIF");
        page.getByLabel("What it means").fill("How images are asked for");
        page.getByText("Explain a word", exact()).click();
        page.getByText("Take out word 2", exact()).click();
        assertThat(tasklist.axe()).isEmpty();
        tasklist.complete();
        eventually(() -> assertThat(glossary.of(walk.id()))
                .filteredOn(word -> word.incident().equals(walk.id()))
                .extracting(Explained::word, Explained::meaning)
                .containsExactly(tuple("IIIF", "How images are asked for")));

        page = loggedIn("sam");
        task("Join in", "Figgy: join ensemble");
        assertThat(page.getByText("Nobody has joined yet").first()).isVisible();
        page.getByText("Claim", exact()).click();
        page.getByLabel("To learn").check();
        assertThat(tasklist.axe()).isEmpty();
        tasklist.complete();
        eventually(() ->
                assertThat(members.now(walk.id())).extracting(Member::person).containsExactly("sam"));

        task("Mine", "Figgy: read brief");
        assertThat(page.getByText("How images are asked for").first()).isVisible();
        assertThat(page.getByText("Both hosts are dark").first()).isVisible();
        assertThat(page.locator(".task-details a[href='https://grafana.example.org/d/figgy']"))
                .isVisible();
        assertThat(tasklist.axe()).isEmpty();
        tasklist.complete();
        eventually(
                () -> assertThat(walk.openTasks()).doesNotContain("readBrief").contains("leaveEnsemble"));

        task("Mine", "Figgy: leave ensemble (learner)");
        assertThat(page.getByText("You are with us").first()).isVisible();
    }

    @Test
    void twoQuestionsAreAnsweredAfterTheMeeting() {
        walk.meeting()
                .complete("joinEnsemble", "sam", JoinTest.TO_LEARN)
                .complete("holdMeeting", "maya", Map.of("causes", "One", "lessons", ""))
                .complete("agreeOnFollowUps", "maya", Map.of("noneBecause", "The rack is gone"));
        var page = loggedIn("sam");
        task("Mine", "Figgy: look back");
        page.getByLabel("What would have helped you to follow?").fill("A drawing");
        assertThat(tasklist.axe()).isEmpty();
        tasklist.complete();

        eventually(() -> assertThat(reflections.of(walk.id()))
                .containsEntry("What would have helped you to follow?", List.of("A drawing")));
    }

    private Page loggedIn(String person) {
        tasklist = Tasklist.of(chromium, port, person);
        return tasklist.page();
    }

    private void task(String filter, String about) {
        tasklist.open(walk.id(), filter, walk.id() + " " + about);
    }

    private static Page.GetByTextOptions exact() {
        return new Page.GetByTextOptions().setExact(true);
    }

    private static void eventually(ThrowingRunnable check) {
        await().atMost(Duration.ofMinutes(3)).untilAsserted(check);
    }
}
