package dev.ensemble.join;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.Walked;
import dev.ensemble.incident.Member;
import dev.ensemble.incident.Members;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.Stage;
import dev.ensemble.process.Course;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** The Ensemble: people come and go. */
@EnsembleTest
class JoinTest {

    @RegisterExtension
    static final Walked EVERY_BOX = Walked.all("ensemble");

    @RegisterExtension
    static final Walked EVERY_BOX_OF_A_MEMBER = Walked.all("member");

    static final Map<String, Object> TO_LEARN = Map.of("joinAs", "learner");
    static final Map<String, Object> AS_EXPERT = Map.of("joinAs", "expert");

    @Autowired
    Walk walk;

    @Autowired
    Walk other;

    @Autowired
    Members members;

    @Autowired
    Course course;

    @Test
    void isOpenToOneAfterTheOther() {
        walk.responding()
                .complete("joinEnsemble", "sam", TO_LEARN)
                .complete("joinEnsemble", "lena", AS_EXPERT)
                .say();

        assertThat(members.now(walk.id()))
                .extracting(Member::person, Member::role)
                .containsExactly(tuple("sam", Role.LEARNER), tuple("lena", Role.EXPERT));
        assertThat(walk.open("joinEnsemble")).hasSize(1);
        assertThat(walk.open("leaveEnsemble")).extracting("assignee").containsExactlyInAnyOrder("sam", "lena");
        assertThat(walk.thread())
                .anyMatch(said -> said.startsWith("Sam Turner joins us to learn; a brief waits in "))
                .anyMatch(said -> said.equals("Lena Novak joins us as a domain expert. Welcome!"));
        assertThat(walk.timeline())
                .filteredOn(entry -> entry.label().equals("Join ensemble"))
                .extracting("person", "text")
                .containsExactly(tuple("sam", "learner"), tuple("lena", "expert"));
    }

    @Test
    void isInvitedToAndShownInTheAnnouncement() {
        walk.reported().say();
        assertThat(walk.announcement())
                .contains("*The Ensemble* is open to everyone: domain experts, learners. <http", "|Join in Tasklist>")
                .contains("#/?filter=")
                .doesNotContain("With us");

        walk.complete("joinEnsemble", "sam", TO_LEARN)
                .complete("joinEnsemble", "lena", AS_EXPERT)
                .say();
        assertThat(walk.announcement()).endsWith("With us: Sam Turner, Lena Novak");

        IntStream.rangeClosed(1, 11).forEach(number -> members.join(walk.id(), Role.LEARNER, "guest-" + number));
        walk.say();
        assertThat(walk.announcement()).contains("guest-8 and 3 more").doesNotContain("guest-9");
    }

    @Test
    void isJoinedOnceAndInOneRole() {
        walk.reported().complete("joinEnsemble", "sam", TO_LEARN);

        assertThatThrownBy(() -> walk.complete("joinEnsemble", "sam", TO_LEARN))
                .hasMessageContaining("Sam Turner is in the Ensemble as learner already.");
        assertThatThrownBy(() -> walk.complete("joinEnsemble", "sam", AS_EXPERT))
                .hasMessageContaining("Leave first, then join as expert.");
        assertThatThrownBy(() -> walk.complete("joinEnsemble", "lena", Map.of("joinAs", "moderator")))
                .hasMessageContaining("joinAs: Say one of expert, learner.");
        assertThat(members.all(walk.id())).hasSize(1);
        assertThat(walk.open("leaveEnsemble")).hasSize(1);
    }

    @Test
    void isJoinedByWhoCompletesTheTaskAndNotByWhoOnlyClaimedIt() {
        walk.reported().assign("joinEnsemble", "sam").complete("joinEnsemble", "lena", TO_LEARN);

        assertThat(members.now(walk.id())).extracting(Member::person).containsExactly("lena");
        assertThat(walk.task("joinEnsemble").getAssignee()).isNull();
    }

    @Test
    void showsHowThingsStandToWhoThinksOfJoining() {
        walk.responding();
        assertThat(walk.opened("joinEnsemble", "lena"))
                .containsEntry("present", "Nobody has joined yet. Be the first.");

        walk.complete("joinEnsemble", "sam", TO_LEARN)
                .complete("investigate", "eli", Map.of("next", "keep-looking", "finding", "One rack is dark"));

        assertThat(walk.opened("joinEnsemble", "lena"))
                .containsEntry("present", "In already: Sam Turner (learner).")
                .hasEntrySatisfying(
                        "situation", text -> assertThat(text.toString()).contains("One rack is dark"));
    }

    @Test
    void doesNotCrowdOutWhatWasFound() {
        walk.responding().complete("investigate", "eli", Map.of("next", "keep-looking", "finding", "One rack is dark"));
        for (var person : List.of("noor", "ines", "eli", "lena", "ivo", "rosa", "sam", "admin")) {
            walk.complete("joinEnsemble", person, TO_LEARN);
        }

        assertThat(walk.opened("joinEnsemble", "maya").get("situation").toString())
                .contains("One rack is dark");
        assertThat(walk.opened("holdRole", "maya").get("briefing").toString())
                .contains("One rack is dark")
                .doesNotContain("ensemble");
        assertThat(walk.timeline())
                .filteredOn(entry -> entry.label().equals("Join ensemble"))
                .hasSize(8);
    }

    @Test
    void givesALearnerABriefAndAnExpertNone() {
        walk.responding()
                .complete("joinEnsemble", "sam", TO_LEARN)
                .complete("joinEnsemble", "lena", AS_EXPERT)
                .complete("investigate", "eli", Map.of("next", "keep-looking", "finding", "One *rack* is dark"));

        assertThat(walk.task("readBrief").getAssignee()).isEqualTo("sam");
        assertThat(walk.task("readBrief").getDueDate()).isNotNull();
        assertThat(walk.opened("readBrief", "sam").get("brief").toString())
                .contains(
                        "#### What this service is\n\n**Figgy**: Staff manage digitized objects here",
                        "\n\n- Tier 1\n- Who knows it best: Eli Brandt\n\n#### What we know",
                        "#### What we know\n\n**Figgy is down.** Readers see an error on every page",
                        "One \\*rack\\* is dark",
                        "#### Where to look\n\n- [Dashboard](https://grafana.example.org/d/figgy)",
                        "#### One thing to watch\n\nWhere somebody changes their mind");

        walk.complete("readBrief", "sam", Map.of());
        assertThat(walk.openTasks()).doesNotContain("readBrief").contains("leaveEnsemble");
    }

    @Test
    void hasABriefAlsoOfAServiceThatTheCatalogueSaysLittleAbout() {
        walk.reported("Study room booking", "degraded", "No rooms").complete("joinEnsemble", "sam", TO_LEARN);

        assertThat(walk.opened("readBrief", "sam").get("brief").toString())
                .contains(
                        "#### What this service is\n\n**Study room booking**: Reserve rooms",
                        "#### Words\n\nNone explained so far.",
                        "The catalogue names no place.");
    }

    @Test
    void isLeftAndJoinedAgain() {
        walk.responding().complete("joinEnsemble", "sam", TO_LEARN).completeOwn("leaveEnsemble", "sam", Map.of());

        assertThat(members.now(walk.id())).isEmpty();
        assertThat(walk.openTasks())
                .doesNotContain("leaveEnsemble", "readBrief")
                .contains("joinEnsemble");
        assertThat(walk.say().announcement()).doesNotContain("With us");

        walk.complete("joinEnsemble", "sam", AS_EXPERT);
        assertThat(members.all(walk.id()))
                .extracting(Member::role, member -> member.until() == null)
                .containsExactly(tuple(Role.LEARNER, false), tuple(Role.EXPERT, true));
    }

    @Test
    void isLeftByOneselfOrByWordOfTheModerator() {
        walk.responding().complete("joinEnsemble", "sam", TO_LEARN);

        assertThatThrownBy(() -> walk.complete("leaveEnsemble", "lena", Map.of()))
                .hasMessageContaining("person: Sam Turner joined. Only they can say that they leave");
        walk.complete("leaveEnsemble", "maya", Map.of());

        assertThat(members.now(walk.id())).isEmpty();
        assertThat(walk.timeline())
                .anyMatch(
                        entry -> entry.label().equals("Leave ensemble") && "learner: Sam Turner".equals(entry.text()));
    }

    @Test
    void reflectsAloneLikeThoseWhoHeldARole() {
        walk.fixing()
                .complete("joinEnsemble", "sam", TO_LEARN)
                .complete("joinEnsemble", "maya", AS_EXPERT)
                .complete("applyFix", "eli", Map.of("whatWasDone", "Restarted"))
                .complete("verifyFix", "lena", Map.of("fixed", "yes", "observed", "Well"));

        assertThat(walk.open("reflectAlone")).extracting("assignee").containsExactlyInAnyOrder("maya", "sam");
        assertThat(walk.shownTo("reflectAlone", "sam").get("questions").toString())
                .contains("What did you not understand at first");
        assertThat(walk.shownTo("reflectAlone", "maya").get("questions").toString())
                .contains("stand in the way", "know that others needed")
                .containsOnlyOnce("What surprised you?");
    }

    @Test
    void isThankedWhenTheMeetingIsOverAndHoldsUpNothing() {
        walk.meeting().complete("joinEnsemble", "sam", TO_LEARN).complete("joinEnsemble", "lena", AS_EXPERT);
        agree().say();

        assertThat(walk.thread())
                .anyMatch(
                        said -> said.contains("Thank you for being with us: Lena Novak\nWho came to learn: Sam Turner."
                                + " Two short questions for you wait"));
        assertThat(members.now(walk.id())).isEmpty();
        assertThat(walk.record().stage()).isEqualTo(Stage.FOLLOW_UP);
        assertThat(walk.openTasks())
                .contains("acceptFollowUp")
                .doesNotContain("joinEnsemble", "leaveEnsemble", "readBrief");
    }

    @Test
    void goesOnWhereItBreaksAgainBeforeTheMeetingIsOver() {
        walk.restored().complete("joinEnsemble", "sam", TO_LEARN);

        walk.asRun("lena", () -> course.reopened(walk.id(), "Down again"));

        assertThat(members.now(walk.id())).extracting(Member::person).containsExactly("sam");
        assertThat(walk.openTasks()).containsOnlyOnce("joinEnsemble", "leaveEnsemble");
    }

    @Test
    void isOpenAgainWhereItBreaksAgainAfterTheMeeting() {
        walk.meeting().complete("joinEnsemble", "sam", AS_EXPERT);
        agree();

        walk.asRun("lena", () -> course.reopened(walk.id(), "Down again"));
        walk.complete("joinEnsemble", "sam", AS_EXPERT).say();

        assertThat(members.all(walk.id())).hasSize(2);
        assertThat(members.now(walk.id())).hasSize(1);
        assertThat(walk.announcement()).contains("With us: Sam Turner");
    }

    @Test
    void endsWithAnIncidentThatWasNothing() {
        walk.responding().complete("joinEnsemble", "sam", TO_LEARN);

        walk.asRun("maya", () -> course.retracted(walk.id(), "Only my network"));

        assertThat(members.now(walk.id())).isEmpty();
        assertThat(walk.openTasks()).isEmpty();
        assertThat(walk.say().announcement()).doesNotContain("Ensemble", "With us");
        assertThat(walk.isOver()).isTrue();
    }

    @Test
    void belongsToTheIncidentThatItsOwnBecomesAPartOf() {
        other.responding();
        walk.responding().complete("joinEnsemble", "sam", TO_LEARN);

        walk.asRun("maya", () -> course.merged(walk.id(), other.id().toString()));

        assertThat(members.all(other.id())).singleElement().satisfies(member -> {
            assertThat(member.person()).isEqualTo("sam");
            assertThat(member.until()).isNotNull();
            assertThat(member.from()).isEqualTo(walk.id());
        });
        assertThat(members.all(walk.id())).hasSize(1);
        assertThat(walk.openTasks()).isEmpty();
        other.complete("joinEnsemble", "sam", TO_LEARN);
        assertThat(members.now(other.id())).hasSize(1);
    }

    private Walk agree() {
        return walk.complete("holdMeeting", "maya", Map.of("causes", "One", "lessons", ""))
                .complete("agreeOnFollowUps", "maya", Map.of("followUps", List.of(Walk.followUp("eli"))));
    }
}
