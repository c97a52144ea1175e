package dev.ensemble.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.Walked;
import dev.ensemble.incident.Reflections;
import dev.ensemble.incident.Stage;
import dev.ensemble.process.Course;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** After the meeting: what those who came to learn take along. */
@EnsembleTest
class LookBackTest {

    @RegisterExtension
    static final Walked EVERY_BOX = Walked.all("look-back");

    private static final String FIRST = "What do you understand now that you did not before?";
    private static final String SECOND = "What would have helped you to follow?";

    @Autowired
    Walk walk;

    @Autowired
    Reflections reflections;

    @Autowired
    Course course;

    @Test
    void asksLearnersTwoQuestionsAlsoThoseWhoHaveLeft() {
        walk.responding().complete("joinEnsemble", "ivo", JoinTest.TO_LEARN).complete("leaveEnsemble", "ivo", Map.of());
        afterTheMeeting();

        assertThat(walk.open("lookBack"))
                .hasSize(2)
                .allSatisfy(task -> assertThat(task.getDueDate()).isCloseTo(in(Duration.ofDays(3)), 7_200_000))
                .extracting("assignee")
                .containsExactlyInAnyOrder("ivo", "sam");
        assertThat(walk.shownTo("lookBack", "sam").get("questions").toString()).contains(FIRST, SECOND);
    }

    @Test
    void keepsAnswersWithoutANameAndTellsNobodyWhoAnswered() {
        walk.responding();
        afterTheMeeting();

        assertThatThrownBy(() -> walk.completeOwn("lookBack", "sam", answered("What surprised you?", "All")))
                .hasMessageContaining("answers[0].question: This was not asked.");
        walk.completeOwn("lookBack", "sam", answered(SECOND, "A drawing"));

        assertThat(reflections.of(walk.id())).containsEntry(SECOND, List.of("A drawing"));
        assertThat(walk.openTasks()).doesNotContain("lookBack");
        assertThat(walk.timeline())
                .noneMatch(entry -> entry.label().toLowerCase().contains("look"));
    }

    @Test
    void endsUnansweredWhenItsTimeIsOver() {
        walk.responding();
        afterTheMeeting();

        walk.ring("BoundaryEvent_timeToLookBackOver");

        assertThat(walk.openTasks()).doesNotContain("lookBack");
        assertThat(walk.timeline())
                .noneMatch(entry -> entry.label().toLowerCase().contains("look"));
    }

    @Test
    void holdsUpNoIncident() {
        walk.responding();
        afterTheMeeting()
                .complete("acceptFollowUp", "eli", Map.of("decision", "accept"))
                .complete("doFollowUp", "eli", Map.of("outcome", "let-go", "letGoReason", "We move"));

        assertThat(walk.record().stage()).isEqualTo(Stage.CLOSED);
        walk.completeOwn("lookBack", "sam", answered(FIRST, "Racks")).say();
        assertThat(reflections.of(walk.id())).containsEntry(FIRST, List.of("Racks"));
        assertThat(walk.isOver()).isTrue();
    }

    @Test
    void waitsForTheNextMeetingWhereItBreaksAgain() {
        walk.responding();
        afterTheMeeting();

        walk.asRun("lena", () -> course.reopened(walk.id(), "Down again"));
        assertThat(walk.openTasks()).doesNotContain("lookBack");

        walk.take("moderator", "maya")
                .take("note-taker", "noor")
                .complete("investigate", "eli", Map.of("next", "try-fix", "idea", "Power"))
                .complete("applyFix", "eli", Map.of("whatWasDone", "Power"))
                .complete("verifyFix", "lena", Map.of("fixed", "yes", "observed", "Well"));
        meet();
        assertThat(walk.task("lookBack").getAssignee()).isEqualTo("sam");
    }

    /** Sam joins to learn, and stays. */
    private Walk afterTheMeeting() {
        walk.complete("joinEnsemble", "sam", JoinTest.TO_LEARN)
                .take("note-taker", "noor")
                .complete("investigate", "eli", Map.of("next", "try-fix", "idea", "Restart"))
                .complete("applyFix", "eli", Map.of("whatWasDone", "Restarted"))
                .complete("verifyFix", "lena", Map.of("fixed", "yes", "observed", "Well"));
        return meet();
    }

    private Walk meet() {
        return walk.complete("scheduleMeeting", "noor", Walk.meetingTomorrow())
                .complete("moveMeeting", "noor", Map.of("what", "begin-now"))
                .complete("holdMeeting", "maya", Map.of("causes", "One", "lessons", ""))
                .complete("agreeOnFollowUps", "maya", Map.of("followUps", List.of(Walk.followUp("eli"))));
    }

    private static Map<String, Object> answered(String question, String answer) {
        return Map.of("answers", List.of(Map.of("question", question, "answer", answer)));
    }

    private static Date in(Duration time) {
        return new Date(System.currentTimeMillis() + time.toMillis());
    }
}
