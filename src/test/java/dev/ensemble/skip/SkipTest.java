package dev.ensemble.skip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.incident.Condition;
import dev.ensemble.incident.SkippedStep;
import dev.ensemble.incident.SkippedSteps;
import dev.ensemble.incident.Stage;
import dev.ensemble.incident.TimelineEntry;
import dev.ensemble.incident.TimelineEntry.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A required step of the live stages is left out in one move. */
@EnsembleTest
class SkipTest {

    private static final Map<String, Object> SKIP = Map.of("skip", true);

    @Autowired
    Walk walk;

    @Autowired
    SkippedSteps skipped;

    @Test
    void goesOnToTheFixWithoutAFinding() {
        walk.responding().complete("investigate", "maya", SKIP).say();

        assertThat(walk.openTasks()).contains("applyFix").doesNotContain("investigate");
        assertThat(walk.record().stage()).isEqualTo(Stage.FIX);
        assertThat(walk.thread()).last().asString().contains("Maya Osei skips the looking");
        assertThat(walk.timeline())
                .filteredOn(entry -> entry.kind() == Kind.SKIPPED)
                .extracting(TimelineEntry::label, TimelineEntry::person, TimelineEntry::text)
                .containsExactly(tuple("Investigate", "maya", "Skipped"));
    }

    @Test
    void takesTheServiceForRestoredAndSaysThatNobodyLooked() {
        walk.fixing()
                .complete("applyFix", "maya", SKIP)
                .complete("verifyFix", "maya", SKIP)
                .say();

        assertThat(walk.record().condition()).isEqualTo(Condition.RESTORED);
        assertThat(walk.record().stage()).isEqualTo(Stage.REFLECT);
        assertThat(walk.thread()).anyMatch(said -> said.contains("nobody looked:* Maya Osei skipped that step"));
        assertThat(walk.thread()).noneMatch(said -> said.contains("*Figgy works again.*"));
        assertThat(walk.announcement()).contains("nobody has looked yet").doesNotContain("The service works again.");
        assertThat(skipped.of(walk.id())).extracting(SkippedStep::task).containsExactly("applyFix", "verifyFix");
    }

    @Test
    void goesOnWithoutAModeratorAndAsksWhyLater() {
        walk.reported().complete("goOnWithoutModerator", "eli", SKIP).say();

        assertThat(walk.openTasks()).contains("investigate", "takeRole");
        assertThat(walk.task("sayWhySkipped").getAssignee()).isEqualTo("eli");
        assertThat(walk.thread()).anyMatch(said -> said.contains("Eli Brandt goes on without"));
    }

    @Test
    void asksAfterwardsWhoeverSkippedAndKeepsTheReason() {
        walk.responding().complete("investigate", "maya", SKIP);
        var asked = walk.task("sayWhySkipped");
        assertThat(asked.getAssignee()).isEqualTo("maya");
        assertThat(asked.getName()).endsWith("say why skipped (Investigate)");
        assertThat(asked.getDueDate()).isNotNull();
        assertThat(walk.shown("sayWhySkipped").get("skippedStep").toString())
                .startsWith("**Investigate** was skipped by Maya Osei");
        assertThatThrownBy(() -> walk.complete("sayWhySkipped", "maya", Map.of("skipReason", " ")))
                .hasMessageContaining("skipReason: Say in a sentence why");

        walk.complete("sayWhySkipped", "maya", Map.of("skipReason", "We knew it from last week"));

        assertThat(skipped.of(walk.id()))
                .singleElement()
                .extracting(SkippedStep::reason)
                .isEqualTo("We knew it from last week");
        assertThat(walk.timeline())
                .anyMatch(entry ->
                        "Investigate: We knew it from last week".equals(entry.text()) && "maya".equals(entry.person()));
    }

    @Test
    void isForTheModeratorWhereThereIsOne() {
        walk.responding();

        assertThatThrownBy(() -> walk.complete("investigate", "eli", SKIP))
                .hasMessageContaining("skip: Maya Osei moderates. Only they can skip a step");
        assertThat(walk.openTasks()).contains("investigate");
        assertThat(skipped.of(walk.id())).isEmpty();

        walk.giveUp("moderator", "maya", "").complete("investigate", "eli", SKIP);
        assertThat(walk.openTasks()).contains("applyFix");
    }

    @Test
    void holdsUpNothingNotEvenTheClose() {
        walk.responding()
                .take("note-taker", "noor")
                .complete("investigate", "maya", SKIP)
                .complete("applyFix", "maya", SKIP)
                .complete("verifyFix", "maya", SKIP);
        assertThat(walk.open("sayWhySkipped")).hasSize(3);

        walk.complete("scheduleMeeting", "noor", Walk.meetingTomorrow())
                .complete("moveMeeting", "noor", Map.of("what", "begin-now"))
                .complete("holdMeeting", "maya", Map.of("causes", "One", "lessons", ""))
                .complete("agreeOnFollowUps", "maya", Map.of("noneBecause", "The rack is gone"))
                .say();

        assertThat(walk.isOver()).isTrue();
        assertThat(skipped.of(walk.id()))
                .hasSize(3)
                .extracting(SkippedStep::reason)
                .containsOnlyNulls();
    }

    @Test
    void isForTheLiveStagesOnly() {
        walk.meeting();

        assertThatThrownBy(() -> walk.complete("holdMeeting", "maya", SKIP)).hasMessageContaining("causes");
        assertThat(walk.openTasks()).contains("holdMeeting");
        assertThat(skipped.of(walk.id())).isEmpty();
    }
}
