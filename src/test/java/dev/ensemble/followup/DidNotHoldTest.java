package dev.ensemble.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.incident.Conflict;
import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.FollowUp.State;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.TimelineEntry;
import dev.ensemble.process.Course;
import dev.ensemble.process.FollowUpProcess;
import dev.ensemble.process.SameAgain;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What was verified, and yet the service failed the same way again. */
@EnsembleTest
class DidNotHoldTest {

    @Autowired
    Walk walk;

    @Autowired
    Walk again;

    @Autowired
    FollowUps followUps;

    @Autowired
    FollowUpProcess process;

    @Autowired
    SameAgain sameAgain;

    @Autowired
    Course course;

    @Test
    void isMarkedAfterAllWasOver() {
        verified().ring("Event_watchEnded").say();
        var ended = promise().endedAt();
        var before = walk.thread().size();
        again.responding();

        didNotHold(again);
        again.say();

        assertThat(promise().state()).isEqualTo(State.DID_NOT_HOLD);
        assertThat(promise().endedAt()).isEqualTo(ended);
        assertThat(walk.thread()).hasSize(before);
        assertThat(walk.timeline())
                .last()
                .satisfies(entry -> assertThat(entry.text()).contains("see " + again.id()));
        assertThat(again.timeline())
                .anyMatch(entry -> entry.label().equals("Earlier follow-up did not hold")
                        && entry.text().contains(walk.id().toString()));
        assertThat(again.thread()).last().asString().contains("We have seen this before: " + walk.id());
    }

    @Test
    void isSaidInBothWhereOthersAreStillFollowedUp() {
        walk.meeting()
                .complete("holdMeeting", "maya", Map.of("causes", "One", "lessons", ""))
                .complete(
                        "agreeOnFollowUps",
                        "maya",
                        Map.of("followUps", List.of(Walk.followUp("eli"), Walk.followUp("sam"))))
                .completeOwn("acceptFollowUp", "eli", Map.of("decision", "accept"))
                .complete("doFollowUp", "eli", Map.of("outcome", "done", "evidence", "Look"))
                .complete("verifyFollowUp", "lena", Map.of("verified", "yes", "lookedAt", "It"))
                .ring("Event_watchEnded");
        again.reported();

        didNotHold(again);
        walk.say();

        assertThat(walk.thread()).last().asString().contains("did not hold", "see " + again.id());
        assertThat(walk.record().isOver()).isFalse();
        assertThat(walk.task("acceptFollowUp").getAssignee()).isEqualTo("sam");
    }

    @Test
    void isMarkedWhenAMeetingSaysThatItIsTheSameAgain() {
        verified();
        again.meeting();

        again.complete(
                "holdMeeting",
                "maya",
                Map.of("causes", "One", "sameAs", List.of(walk.id().toString())));

        assertThat(promise().didNotHoldIn()).isEqualTo(again.id());
        again.say();
        assertThat(again.thread()).anySatisfy(said -> assertThat(said).contains("We have seen this before: "));
        assertThat(walk.say().thread()).last().asString().contains("did not hold", "see " + again.id());
        assertThat(walk.record().isOver()).isTrue();
    }

    @Test
    void isMarkedOnceWhenSomebodySaysSoByRest() {
        verified();
        again.reported();

        again.asRun("maya", () -> sameAgain.decided(again.id(), walk.id(), true));
        again.asRun("maya", () -> sameAgain.decided(again.id(), walk.id(), false));
        again.asRun("maya", () -> sameAgain.decided(again.id(), walk.id(), true));

        assertThat(promise().state()).isEqualTo(State.DID_NOT_HOLD);
        assertThat(again.timeline())
                .filteredOn(entry -> entry.label().equals("Earlier follow-up did not hold"))
                .hasSize(1);
    }

    @Test
    void doesNotTellInWhichIncidentOnceFewMayKnowOfThat() {
        walk.meeting()
                .complete("holdMeeting", "maya", Map.of("causes", "One", "lessons", ""))
                .complete(
                        "agreeOnFollowUps",
                        "maya",
                        Map.of("followUps", List.of(Walk.followUp("eli"), Walk.followUp("sam"))))
                .completeOwn("acceptFollowUp", "eli", Map.of("decision", "accept"))
                .complete("doFollowUp", "eli", Map.of("outcome", "done", "evidence", "Look"))
                .complete("verifyFollowUp", "lena", Map.of("verified", "yes", "lookedAt", "It"));
        again.responding();
        didNotHold(again);
        walk.say();
        assertThat(walk.thread()).last().asString().contains("see " + again.id());

        again.asRun("maya", () -> course.restricted(again.id(), "It was a break-in"));
        again.openChannel().say();

        assertThat(promise().state()).isEqualTo(State.DID_NOT_HOLD);
        assertThat(promise().didNotHoldIn()).isNull();
        assertThat(walk.timeline())
                .extracting(TimelineEntry::text)
                .noneMatch(text -> text != null && text.contains(again.id().toString()))
                .contains(promise().action());
        assertThat(walk.thread()).noneMatch(said -> said.contains("see " + again.id()));
    }

    @Test
    void isNotMarkedByARepeatThatItWasNotMeantToPrevent() {
        var sooner = new HashMap<>(Walk.followUp("eli"));
        sooner.put("kind", "detect");
        verified(walk.meeting()
                .complete("holdMeeting", "maya", Map.of("causes", "One", "lessons", ""))
                .complete("agreeOnFollowUps", "maya", Map.of("followUps", List.of(sooner))));
        again.reported();

        again.asRun("maya", () -> sameAgain.decided(again.id(), walk.id(), true));

        assertThat(promise().state()).isEqualTo(State.VERIFIED);
    }

    @Test
    void isNotMarkedByWhatShowsNothing() {
        walk.followingUp();
        again.responding();
        conflicts("not accepted yet");
        walk.complete("acceptFollowUp", "eli", Map.of("decision", "accept"));
        conflicts("not done yet");
        walk.complete("doFollowUp", "eli", Map.of("outcome", "done", "evidence", "Look"));
        conflicts("not verified yet");
        walk.complete("verifyFollowUp", "lena", Map.of("verified", "yes", "lookedAt", "It"));
        conflicts("was reported before the follow-up was verified");
        assertThatThrownBy(() -> didNotHold(walk)).hasMessageContaining("If it broke again, reopen it.");

        again.drill("both-hosts-gone");
        conflicts("are not for the same people");
        again.reported("Catalog", "down", "Another service");
        conflicts("is about Catalog, and the follow-up about Figgy");
        again.responding();
        again.asRun("maya", () -> course.retracted(again.id(), "Only my network"));
        conflicts("is retracted");

        assertThat(promise().state()).isEqualTo(State.VERIFIED);
        again.reported();
        didNotHold(again);
        conflicts("known not to hold since " + again.id());
    }

    @Test
    void isNotMarkedWhenItWasNeverDone() {
        walk.followingUp()
                .complete("acceptFollowUp", "eli", Map.of("decision", "decline", "declineReason", "The room is full"));
        again.reported();

        conflicts("It is declined.");
    }

    private void conflicts(String why) {
        assertThatThrownBy(() -> didNotHold(again)).isInstanceOf(Conflict.class).hasMessageContaining(why);
    }

    private void didNotHold(Walk because) {
        walk.asRun("maya", () -> process.didNotHold(promise().id(), because.id()));
    }

    private Walk verified() {
        return verified(walk.followingUp());
    }

    private static Walk verified(Walk following) {
        return following
                .complete("acceptFollowUp", "eli", Map.of("decision", "accept"))
                .complete("doFollowUp", "eli", Map.of("outcome", "done", "evidence", "Look"))
                .complete("verifyFollowUp", "lena", Map.of("verified", "yes", "lookedAt", "It"));
    }

    private FollowUp promise() {
        return followUps.of(walk.id()).get(0);
    }
}
