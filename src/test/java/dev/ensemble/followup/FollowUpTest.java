package dev.ensemble.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.Walked;
import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.FollowUp.State;
import dev.ensemble.incident.FollowUpHistory;
import dev.ensemble.incident.FollowUpHistory.Turn;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.process.FollowUpProcess;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

@EnsembleTest
class FollowUpTest {

    @RegisterExtension
    static final Walked EVERY_BOX = Walked.all("follow-up");

    @Autowired
    Walk walk;

    @Autowired
    FollowUps followUps;

    @Autowired
    FollowUpHistory history;

    @Autowired
    FollowUpProcess process;

    @Autowired
    Walk again;

    @Test
    void isSeenThroughByTwoPeopleAndWatched() {
        walk.followingUp();
        assertThat(walk.task("acceptFollowUp").getAssignee()).isEqualTo("eli");

        walk.complete("acceptFollowUp", "eli", Map.of("decision", "accept"))
                .complete("doFollowUp", "eli", Map.of("outcome", "done", "evidence", "Rack plan, page 3"));
        assertThat(walk.shown("verifyFollowUp")).containsEntry("evidenceGiven", "Rack plan, page 3");
        walk.complete("verifyFollowUp", "lena", Map.of("verified", "yes", "lookedAt", "Both racks"));

        assertThat(promise().state()).isEqualTo(State.VERIFIED);
        assertThat(promise().verifiedBy()).isEqualTo("lena");
        assertThat(walk.record().isClosed()).isFalse();

        walk.ring("Event_watchEnded").say();

        assertThat(promise().state()).isEqualTo(State.ENDED);
        assertThat(walk.record().isClosed()).isTrue();
        assertThat(walk.isOver()).isTrue();
        assertThat(walk.announcement()).doesNotContain("We need people in the following roles");
        assertThat(walk.thread()).last().asString().contains("Both hosts share a rack", "Look at the rack");
    }

    @Test
    void isNotVerifiedByItsOwner() {
        walk.followingUp()
                .complete("acceptFollowUp", "eli", Map.of("decision", "accept"))
                .complete("doFollowUp", "eli", Map.of("outcome", "done", "evidence", "Done"));

        assertThatThrownBy(
                        () -> walk.complete("verifyFollowUp", "eli", Map.of("verified", "yes", "lookedAt", "My work")))
                .hasMessageContaining("a second person has to look");
        assertThat(promise().state()).isEqualTo(State.DONE);
    }

    @Test
    void isSentBackUntilItDoesWhatWasPromised() {
        walk.followingUp()
                .complete("acceptFollowUp", "eli", Map.of("decision", "accept"))
                .complete("doFollowUp", "eli", Map.of("outcome", "done", "evidence", "Ordered a rack"))
                .complete("verifyFollowUp", "lena", Map.of("verified", "no", "lookedAt", "Only ordered"));

        assertThat(promise().state()).isEqualTo(State.ACCEPTED);
        assertThat(walk.task("doFollowUp").getAssignee()).isEqualTo("eli");
    }

    @Test
    void mayBeDeclinedWithAReason() {
        walk.followingUp();
        assertThatThrownBy(() -> walk.complete("acceptFollowUp", "eli", Map.of("decision", "decline")))
                .hasMessageContaining("declineReason: Say why not");

        walk.complete("acceptFollowUp", "eli", Map.of("decision", "decline", "declineReason", "The room is full"))
                .say();

        assertThat(promise().state()).isEqualTo(State.DECLINED);
        assertThat(walk.thread()).anyMatch(said -> said.contains("The room is full"));
        assertThat(walk.record().isClosed()).isTrue();
    }

    @Test
    void isAskedOfAnotherWhoTheOwnerNames() {
        walk.followingUp();
        assertThatThrownBy(() -> walk.complete(
                        "acceptFollowUp",
                        "eli",
                        Map.of("decision", "hand-on", "newOwner", "eli", "handOnReason", "Me again")))
                .hasMessageContaining("newOwner: Eli Brandt is the owner already.");
        assertThatThrownBy(() -> walk.complete("acceptFollowUp", "eli", Map.of("decision", "hand-on")))
                .hasMessageContaining("newOwner: Say who could see to it")
                .hasMessageContaining("handOnReason: Say why");
        assertThatThrownBy(() -> walk.complete(
                        "acceptFollowUp",
                        "eli",
                        Map.of("decision", "hand-on", "newOwner", "other-systems", "handOnReason", "Bot")))
                .hasMessageContaining("newOwner: Other systems is not in the group responders");
        assertThat(walk.shown("acceptFollowUp").get("people").toString())
                .contains("Sam Turner")
                .doesNotContain("Eli Brandt");

        walk.complete(
                        "acceptFollowUp",
                        "eli",
                        Map.of("decision", "hand-on", "newOwner", "sam", "handOnReason", "Sam knows the racks"))
                .say();

        assertThat(promise().owner()).isEqualTo("sam");
        assertThat(promise().state()).isEqualTo(State.AGREED);
        assertThat(walk.task("acceptFollowUp").getAssignee()).isEqualTo("sam");
        assertThat(walk.thread())
                .last()
                .asString()
                .contains("Sam Turner, you are asked", "Move one host to another rack", "Sam knows the racks");
        walk.complete("acceptFollowUp", "sam", Map.of("decision", "accept"));
        assertThat(walk.task("doFollowUp").getAssignee()).isEqualTo("sam");
    }

    @Test
    void isHandedOnLaterToSomebodyWhoIsAskedAsTheFirstWas() {
        walk.followingUp()
                .complete("acceptFollowUp", "eli", Map.of("decision", "accept"))
                .complete(
                        "doFollowUp",
                        "eli",
                        Map.of("outcome", "hand-on", "newOwner", "sam", "handOnReason", "I am on leave"));
        assertThat(walk.task("acceptFollowUp").getAssignee()).isEqualTo("sam");

        walk.complete("acceptFollowUp", "sam", Map.of("decision", "decline", "declineReason", "No time either"));

        assertThat(promise().state()).isEqualTo(State.DECLINED);
        assertThat(history.turns(promise().id()))
                .extracting(Turn::state, Turn::owner, Turn::person, Turn::note)
                .containsExactly(
                        tuple(State.AGREED, "eli", "maya", null),
                        tuple(State.ACCEPTED, "eli", "eli", null),
                        tuple(State.AGREED, "sam", "eli", "I am on leave"),
                        tuple(State.DECLINED, "sam", "sam", "No time either"));
        assertThat(walk.record().isClosed()).isTrue();
    }

    @Test
    void getsMoreTimeWithAReason() {
        walk.followingUp().complete("acceptFollowUp", "eli", Map.of("decision", "accept"));
        assertThatThrownBy(() -> walk.complete("doFollowUp", "eli", Map.of("outcome", "more-time")))
                .hasMessageContaining("newDue: Give a day like 2026-12-01.")
                .hasMessageContaining("moveReason: Say why it takes longer");
        assertThatThrownBy(() ->
                        walk.complete("doFollowUp", "eli", moreTime(promise().due())))
                .hasMessageContaining("newDue: It is due on that day already.");
        assertThatThrownBy(() -> walk.complete("doFollowUp", "eli", moreTime(LocalDate.of(2020, 1, 1))))
                .hasMessageContaining("newDue: This day is over.");
        var later = promise().due().plusDays(9);

        walk.complete("doFollowUp", "eli", moreTime(later));

        assertThat(promise().due()).isEqualTo(later);
        assertThat(promise().state()).isEqualTo(State.ACCEPTED);
        assertThat(walk.task("doFollowUp").getDueDate()).isAfter(at(later)).isBefore(at(later.plusDays(2)));
        assertThat(walk.shown("doFollowUp").get("followUpText").toString())
                .contains("due " + later, "Moved from", "The racks come later");
        assertThat(walk.timeline())
                .filteredOn(entry -> entry.label().equals("Due date moved"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.text()).contains("because The racks come later"));
        assertThat(walk.timeline()).noneMatch(entry -> entry.label().equals("Do follow-up"));
    }

    @Test
    void mayBeLetGoWithAReason() {
        walk.followingUp()
                .complete("acceptFollowUp", "eli", Map.of("decision", "accept"))
                .complete("doFollowUp", "eli", Map.of("outcome", "let-go", "letGoReason", "We move to the cloud"))
                .say();

        assertThat(promise().state()).isEqualTo(State.LET_GO);
        assertThat(promise().reason()).isEqualTo("We move to the cloud");
        assertThat(walk.record().isClosed()).isTrue();
    }

    @Test
    void didNotHoldWhenTheServiceFailsTheSameWayWhileItIsWatched() {
        walk.followingUp()
                .complete("acceptFollowUp", "eli", Map.of("decision", "accept"))
                .complete("doFollowUp", "eli", Map.of("outcome", "done", "evidence", "Rack plan, page 3"))
                .complete("verifyFollowUp", "lena", Map.of("verified", "yes", "lookedAt", "Both racks"));
        again.responding();

        walk.asRun("maya", () -> process.didNotHold(promise().id(), again.id()));
        walk.say();
        again.say();

        assertThat(promise().state()).isEqualTo(State.DID_NOT_HOLD);
        assertThat(promise().didNotHoldIn()).isEqualTo(again.id());
        assertThat(walk.thread())
                .anyMatch(said -> said.contains("did not hold") && said.contains("see " + again.id()))
                .last()
                .asString()
                .contains("Move one host to another rack (Eli Brandt): did not hold, see " + again.id());
        assertThat(again.thread())
                .anyMatch(said -> said.contains(walk.id() + " promised something against it")
                        && said.contains("Move one host to another rack"));
        assertThat(walk.record().isClosed()).isTrue();
        assertThat(walk.isOver()).isTrue();
    }

    private static Map<String, Object> moreTime(LocalDate day) {
        return Map.of("outcome", "more-time", "newDue", day.toString(), "moveReason", "The racks come later");
    }

    private static Date at(LocalDate day) {
        return Date.from(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    private FollowUp promise() {
        return followUps.of(walk.id()).get(0);
    }
}
