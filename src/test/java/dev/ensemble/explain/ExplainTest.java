package dev.ensemble.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensemble.AtOnce;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.Walked;
import dev.ensemble.incident.Glossary;
import dev.ensemble.incident.Glossary.Explained;
import dev.ensemble.process.Course;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.FormService;
import org.camunda.bpm.engine.ManagementService;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The interpreter sums up and explains. */
@EnsembleTest
class ExplainTest {

    @RegisterExtension
    static final Walked EVERY_BOX = Walked.all("explain");

    @Autowired
    Walk walk;

    @Autowired
    Walk other;

    @Autowired
    Glossary glossary;

    @Autowired
    Course course;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    FormService forms;

    @Autowired
    ManagementService management;

    @Test
    void isAskedOfTheInterpreterAndOfEverybodyWhileThereIsNone() {
        walk.reported();
        assertThat(walk.task("sumUp").getAssignee()).isNull();
        assertThat(walk.task("sumUp").getDueDate()).isNotNull();

        walk.take("interpreter", "ines");
        assertThat(walk.task("sumUp").getAssignee()).isEqualTo("ines");

        walk.offer("interpreter", "ines", "sam").complete("acceptRole", "sam", Map.of("decision", "accept"));
        assertThat(walk.task("sumUp").getAssignee()).isEqualTo("sam");
    }

    @Test
    void isSaidAndKeptAndAskedForAgain() {
        walk.reported()
                .take("interpreter", "ines")
                .complete("sumUp", "ines", summed("Both hosts are dark", "IIIF", "How images are asked for & sent"))
                .say();

        assertThat(walk.thread())
                .last()
                .asString()
                .isEqualTo("*Where we are*, Ines Costa sums up:\n> Both hosts are dark\n\n*Words*\n"
                        + "• *IIIF*: How images are asked for &amp; sent");
        assertThat(walk.timeline())
                .anyMatch(entry -> entry.label().equals("Sum up")
                        && "Both hosts are dark · IIIF: How images are asked for & sent".equals(entry.text()));
        assertThat(walk.openTasks()).doesNotContain("sumUp");
        assertThat(walk.timer("Event_timeToSumUp", null).getDuedate()).isCloseTo(in(Duration.ofMinutes(30)), 60_000);

        walk.ring("Event_timeToSumUp");
        assertThat(walk.task("sumUp").getAssignee()).isEqualTo("ines");
        assertThat(walk.opened("sumUp", "ines"))
                .containsEntry("lastSummary", "Both hosts are dark")
                .hasEntrySatisfying(
                        "wordsKnown", words -> assertThat(words.toString()).contains("IIIF"));
        walk.complete("sumUp", "ines", Map.of("summary", "Power is back")).say();
        assertThat(walk.thread()).last().asString().isEqualTo("*Where we are*, Ines Costa sums up:\n> Power is back");
    }

    @Test
    void takesNoWordWithoutItsMeaning() {
        walk.reported();

        assertThatThrownBy(() -> walk.complete("sumUp", "ines", summed("", "IIIF", " ")))
                .hasMessageContaining("summary: Say in plain words where we are.")
                .hasMessageContaining("words[0].meaning: Give the word and what it means");
        assertThatThrownBy(() -> walk.complete("sumUp", "ines", summed("Dark", " ", "How images")))
                .hasMessageContaining("words[0].word: ");
        assertThatThrownBy(() -> walk.complete("sumUp", "ines", summed("Dark", "x".repeat(101), "Much")))
                .hasMessageContaining("words[0].word: Keep it to 100 characters.");
        walk.complete("sumUp", "ines", summed("Dark", "", ""));
        assertThat(glossary.of(walk.id())).noneMatch(word -> word.incident().equals(walk.id()));
    }

    @Test
    void isAskedForNoMoreOnceTheServiceWorksAndAgainWhenItDoesNot() {
        walk.restored();
        assertThat(walk.openTasks()).doesNotContain("sumUp");
        assertThat(walk.timers("Event_timeToSumUp")).isEmpty();

        walk.asRun("lena", () -> course.reopened(walk.id(), "Down again"));
        assertThat(walk.openTasks()).containsOnlyOnce("sumUp");
    }

    @Test
    void waitsForNothingWhileItIsNotTimeAndTheServiceWorks() {
        walk.responding()
                .take("note-taker", "noor")
                .complete("sumUp", "ines", Map.of("summary", "Dark"))
                .complete("investigate", "eli", Map.of("next", "try-fix", "idea", "Restart"))
                .complete("applyFix", "eli", Map.of("whatWasDone", "Restarted"))
                .complete("verifyFix", "lena", Map.of("fixed", "yes", "observed", "Well"));

        assertThat(walk.timers("Event_timeToSumUp")).isEmpty();
    }

    @RepeatedTest(5)
    void isAskedForNoMoreWhereTheServiceIsRestoredAtThatVeryMoment() throws Exception {
        walk.fixing()
                .complete("sumUp", "ines", Map.of("summary", "Dark"))
                .complete("applyFix", "eli", Map.of("whatWasDone", "Restarted"));
        var verifying = walk.task("verifyFix").getId();
        var timer = walk.timer("Event_timeToSumUp", null).getId();

        // The timer may fail, having come too late.
        AtOnce.all(
                () -> walk.as("lena", () -> {
                    forms.submitTaskForm(verifying, Map.of("fixed", "yes", "observed", "Well"));
                    return null;
                }),
                () -> {
                    management.executeJob(timer);
                    return null;
                });

        assertThat(walk.record().isRestored()).isTrue();
        assertThat(walk.openTasks()).doesNotContain("sumUp");
        assertThat(walk.timers("Event_timeToSumUp")).isEmpty();
    }

    @Test
    void endsWithTheMeetingAndBeginsAnewWhereItBreaksAfterIt() {
        walk.followingUp();
        assertThat(walk.openTasks()).doesNotContain("sumUp").contains("acceptFollowUp");

        walk.asRun("lena", () -> course.reopened(walk.id(), "Down again"));
        assertThat(walk.openTasks()).containsOnlyOnce("sumUp");
    }

    @Test
    void endsWithAnIncidentThatWasNothing() {
        walk.reported().complete("sumUp", "ines", Map.of("summary", "Dark"));

        walk.asRun("maya", () -> course.retracted(walk.id(), "Only my network"));

        assertThat(walk.timers("Event_timeToSumUp")).isEmpty();
        assertThat(walk.say().isOver()).isTrue();
    }

    @Test
    void makesAGlossaryThatTheNextLearnerReads() {
        walk.reported("Finding aids", "down", "Nothing opens")
                .complete("sumUp", "ines", summed("Dark", "EAD", "A kind of XML"));
        other.reported("Finding aids", "degraded", "Slow").complete("joinEnsemble", "sam", Map.of("joinAs", "learner"));
        assertThat(brief()).contains("- **EAD**: A kind of XML").doesNotContain("sums up");

        other.complete("sumUp", "lena", summed("Slow only", "ead", "How archives are described"));

        assertThat(brief())
                .contains("- **ead**: How archives are described", "Lena Novak sums up", "Slow only")
                .doesNotContain("A kind of XML");
        assertThat(glossary.of("Finding aids")).singleElement().satisfies(word -> {
            assertThat(word.explainedBy()).isEqualTo("lena");
            assertThat(word.incident()).isEqualTo(other.id());
        });
    }

    @Test
    void keepsTheWordsOfARestrictedIncidentInIt() {
        walk.reported("Interlibrary loan", "insecure", "A leak")
                .complete("sumUp", "ines", summed("Secret", "Key", "It"));
        jdbc.sql("update incident set restricted = true where number = :number")
                .param("number", walk.id().number())
                .update();

        assertThat(glossary.of("Interlibrary loan")).isEmpty();
        assertThat(glossary.of(walk.id())).extracting(Explained::word).containsExactly("Key");
    }

    private String brief() {
        return other.opened("readBrief", "sam").get("brief").toString();
    }

    private static Map<String, Object> summed(String summary, String word, String meaning) {
        return Map.of("summary", summary, "words", List.of(Map.of("word", word, "meaning", meaning)));
    }

    private static Date in(Duration time) {
        return new Date(System.currentTimeMillis() + time.toMillis());
    }
}
