package dev.ensemble.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.Walked;
import dev.ensemble.incident.Conflict;
import dev.ensemble.incident.HandOver;
import dev.ensemble.incident.HandOver.Outcome;
import dev.ensemble.incident.HandOvers;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.RoleAlreadyHeld;
import dev.ensemble.incident.Tenure;
import dev.ensemble.incident.Tenures;
import dev.ensemble.process.HandOverProcess;
import dev.ensemble.process.IncidentProcess;
import dev.ensemble.process.NotAllowed;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@EnsembleTest
class RoleTest {

    @RegisterExtension
    static final Walked EVERY_BOX = Walked.all("role");

    @RegisterExtension
    static final Walked EVERY_BOX_OF_THE_HAND_OVER = Walked.all("hand-over");

    @Autowired
    Walk walk;

    @Autowired
    Tenures tenures;

    @Autowired
    HandOvers handOvers;

    @Autowired
    IncidentProcess process;

    @Autowired
    HandOverProcess handingOver;

    @Test
    void isNeededByThePlan() {
        walk.reported();

        assertThat(walk.open("takeRole")).hasSize(4).allSatisfy(task -> {
            assertThat(task.getName()).startsWith(walk.id() + " Figgy: take role (");
            assertThat(task.getDueDate()).isNotNull();
        });
    }

    @Test
    void isTakenHeldAndSaid() {
        walk.reported().take("interpreter", "ines").say();

        assertThat(tenures.holder(walk.id(), Role.INTERPRETER)).contains("ines");
        assertThat(walk.task("holdRole").getAssignee()).isEqualTo("ines");
        assertThat(walk.shown("holdRole")).containsEntry("roleName", "interpreter");
        assertThat(walk.thread()).anyMatch(said -> said.contains("Ines Costa") && said.contains("interpreter"));
    }

    @Test
    void isGivenUpAndTakenByAnother() {
        walk.reported()
                .take("note-taker", "noor")
                .giveUp("note-taker", "noor", "My shift ends")
                .say();
        assertThat(walk.thread()).anyMatch(said -> said.contains("My shift ends"));

        walk.take("note-taker", "ines");

        assertThat(tenures.all(walk.id())).extracting(Tenure::person).containsExactly("noor", "ines");
        assertThat(tenures.all(walk.id()).get(0).until()).isNotNull();
    }

    @Test
    void isHeldByResponders() {
        walk.reported();

        assertThatThrownBy(() -> walk.asRun("maya", () -> process.taken(walk.id(), Role.INTERPRETER, "other-systems")))
                .hasMessageContaining("Other systems is not in the group responders; an administrator can add them.");
        assertThat(tenures.all(walk.id())).isEmpty();
    }

    @Test
    void isNotGivenUpByAccident() {
        walk.reported().take("note-taker", "noor");

        assertThatThrownBy(() -> walk.complete("holdRole", "noor", Map.of("giveUp", false)))
                .hasMessageContaining("giveUp: Tick it");
        assertThat(tenures.holder(walk.id(), Role.NOTE_TAKER)).contains("noor");
    }

    @Test
    void hasOneHolderAtATime() {
        walk.responding();

        assertThatThrownBy(() -> walk.asRun("sam", () -> process.taken(walk.id(), Role.MODERATOR, "sam")))
                .isInstanceOf(RoleAlreadyHeld.class)
                .hasMessageContaining("Maya Osei is moderator already");
        walk.asRun("maya", () -> process.taken(walk.id(), Role.MODERATOR, "maya"));
        assertThat(tenures.all(walk.id())).hasSize(1);
    }

    @Test
    void asksAgainWhenNobodyTakesItInTime() {
        walk.reported().ring("BoundaryEvent_roleOverdue", "moderator").say();

        assertThat(walk.thread()).anyMatch(said -> said.toLowerCase().contains("still looking"));
        assertThat(walk.thread()).noneMatch(said -> said.contains("stays open"));
    }

    @Test
    void asksNoMoreOftenThanThePlanSaysThenTellsTheModeratorOnce() {
        walk.responding()
                .ring("BoundaryEvent_roleOverdue", "interpreter")
                .ring("Event_roleStillOpen", "interpreter")
                .say();

        assertThat(walk.thread().stream().filter(said -> said.toLowerCase().contains("still looking")))
                .hasSize(2);
        assertThat(walk.thread()).last().asString().contains("Maya Osei").contains("interpreter");
        assertThatThrownBy(() -> walk.ring("Event_roleStillOpen", "interpreter"))
                .isInstanceOf(AssertionError.class);
        walk.take("interpreter", "ines");
    }

    @Test
    void endsWithTheMeetingWhetherHeldOrNot() {
        walk.followingUp();

        assertThat(tenures.now(walk.id())).isEmpty();
        assertThat(walk.openTasks()).doesNotContain("holdRole", "takeRole");
    }

    @Test
    void takesItsOpenTasksAlongWhenItChangesHands() {
        walk.restored();
        assertThat(walk.task("scheduleMeeting").getAssignee()).isEqualTo("noor");

        walk.giveUp("note-taker", "noor", "My shift ends");
        assertThat(walk.task("scheduleMeeting").getAssignee()).isEqualTo("maya");
        walk.take("note-taker", "ines");

        assertThat(walk.task("scheduleMeeting").getAssignee()).isEqualTo("ines");
    }

    @Test
    void leavesATaskWithWhoTookItOnByHand() {
        walk.restored().assign("scheduleMeeting", "sam").giveUp("note-taker", "noor", "");

        assertThat(walk.task("scheduleMeeting").getAssignee()).isEqualTo("sam");
    }

    @Test
    void isHeldOnToWhileItIsOffered() {
        walk.reported()
                .take("interpreter", "ines")
                .offer("interpreter", "ines", "sam")
                .say();

        assertThat(tenures.holder(walk.id(), Role.INTERPRETER)).contains("ines");
        assertThat(walk.task("acceptRole").getAssignee()).isEqualTo("sam");
        assertThat(walk.task("acceptRole").getDueDate()).isNotNull();
        assertThat(walk.shown("acceptRole"))
                .containsEntry("roleName", "interpreter")
                .containsEntry("holder", "Ines Costa")
                .containsEntry("briefing", "We wait for the vendor");
        assertThat(walk.task("takeBackOffer").getAssignee()).isEqualTo("ines");
        assertThat(walk.shown("takeBackOffer")).containsEntry("asked", "Sam Turner");
        assertThat(walk.thread())
                .anyMatch(said -> said.contains("Sam Turner, Ines Costa asks you to take over as *interpreter*"));
        assertThat(walk.announcement()).contains("Ines Costa (Sam Turner is asked to take over)");
    }

    @Test
    void isHandedOverWithItsOpenTasks() {
        walk.restored()
                .offer("note-taker", "noor", "ines")
                .complete("acceptRole", "ines", Map.of("decision", "accept"))
                .say();

        var all = tenures.all(walk.id()).stream()
                .filter(tenure -> tenure.role().equals(Role.NOTE_TAKER))
                .toList();
        assertThat(all).extracting(Tenure::person).containsExactly("noor", "ines");
        assertThat(all.get(0).until()).isNotNull();
        assertThat(tenures.holder(walk.id(), Role.NOTE_TAKER)).contains("ines");
        assertThat(walk.task("scheduleMeeting").getAssignee()).isEqualTo("ines");
        assertThat(walk.openTasks()).doesNotContain("acceptRole", "takeBackOffer");
        assertThat(walk.thread())
                .last()
                .asString()
                .contains("Ines Costa takes over as our *note taker* from Noor Haddad");
        assertThat(walk.announcement()).contains("*note taker*: Ines Costa").doesNotContain("asked to take over");
        assertThat(walk.timeline())
                .anyMatch(entry ->
                        entry.label().equals("Hold role") && "note taker: offered to Ines Costa".equals(entry.text()))
                .anyMatch(entry -> entry.label().equals("Accept role") && "ines".equals(entry.person()))
                .anyMatch(entry -> entry.label().equals("Role handed over"));
        assertThat(outcome(Role.NOTE_TAKER)).isEqualTo(Outcome.ACCEPTED);

        walk.offer("note-taker", "ines", "noor").complete("acceptRole", "noor", Map.of("decision", "accept"));
        assertThat(tenures.holder(walk.id(), Role.NOTE_TAKER)).contains("noor");
    }

    @Test
    void staysWhereItIsWhenTheOfferIsDeclined() {
        walk.reported()
                .take("interpreter", "ines")
                .offer("interpreter", "ines", "sam")
                .complete("acceptRole", "sam", Map.of("decision", "decline", "declineReason", "I take notes"))
                .say();

        assertThat(tenures.all(walk.id())).hasSize(1);
        assertThat(walk.task("holdRole").getAssignee()).isEqualTo("ines");
        assertThat(walk.thread())
                .last()
                .asString()
                .contains("Sam Turner cannot take over as *interpreter* now. Ines Costa goes on.", "I take notes");
        assertThat(outcome(Role.INTERPRETER)).isEqualTo(Outcome.DECLINED);
        assertThat(walk.announcement()).doesNotContain("asked to take over");
    }

    @Test
    void staysWhereItIsWhenNobodyAnswersInTime() {
        walk.reported()
                .take("interpreter", "ines")
                .offer("interpreter", "ines", "sam")
                .ring("BoundaryEvent_noAnswerInTime")
                .say();

        assertThat(walk.task("holdRole").getAssignee()).isEqualTo("ines");
        assertThat(walk.openTasks()).doesNotContain("acceptRole", "takeBackOffer");
        assertThat(walk.thread()).last().asString().contains("Sam Turner did not answer in time");
        assertThat(outcome(Role.INTERPRETER)).isEqualTo(Outcome.NO_ANSWER);
        walk.offer("interpreter", "ines", "lena");
        assertThat(handOvers.open(walk.id(), Role.INTERPRETER))
                .map(HandOver::to)
                .contains("lena");
    }

    @Test
    void staysWhereItIsWhenTheOfferIsTakenBack() {
        walk.reported()
                .take("interpreter", "ines")
                .offer("interpreter", "ines", "sam")
                .complete("takeBackOffer", "ines", Map.of())
                .say();

        assertThat(walk.task("holdRole").getAssignee()).isEqualTo("ines");
        assertThat(walk.thread()).last().asString().contains("Ines Costa has taken back the offer to Sam Turner");
        assertThat(outcome(Role.INTERPRETER)).isEqualTo(Outcome.TAKEN_BACK);
    }

    @Test
    void isAcceptedOnlyByWhoIsAsked() {
        walk.reported().take("interpreter", "ines").offer("interpreter", "ines", "sam");

        for (var decision : List.of("accept", "decline")) {
            assertThatThrownBy(() -> walk.complete("acceptRole", "lena", Map.of("decision", decision)))
                    .hasMessageContaining("person: Sam Turner is asked. Only they can answer.");
        }
        assertThat(tenures.holder(walk.id(), Role.INTERPRETER)).contains("ines");
        assertThat(walk.openTasks()).contains("acceptRole");
    }

    @Test
    void isOfferedAndOffersTakenBackOnlyByTheHolderOrTheModerator() {
        walk.responding().take("interpreter", "ines");

        assertThatThrownBy(() -> walk.offer("interpreter", "sam", "sam"))
                .hasMessageContaining("person: Ines Costa holds this role.");
        walk.offer("interpreter", "maya", "sam");
        assertThat(handOvers.open(walk.id(), Role.INTERPRETER))
                .map(HandOver::from)
                .contains("ines");

        assertThatThrownBy(() -> walk.complete("takeBackOffer", "sam", Map.of()))
                .hasMessageContaining("person: Ines Costa made this offer.");
        walk.complete("takeBackOffer", "maya", Map.of()).say();
        assertThat(walk.thread()).last().asString().contains("Maya Osei has taken back the offer");
    }

    @ParameterizedTest
    @CsvSource({
        "ines, holds the role already",
        "nobody, Nobody here has this user id",
        "other-systems, not in the group"
    })
    void isOfferedToAnotherWhoMayRespond(String to, String why) {
        walk.reported().take("interpreter", "ines");

        assertThatThrownBy(() -> walk.offer("interpreter", "ines", to))
                .hasMessageContaining("offerTo: ")
                .hasMessageContaining(why);
        assertThat(handOvers.all(walk.id())).isEmpty();
        assertThat(walk.openTasks()).contains("holdRole");
    }

    @Test
    void isOfferedOrGivenUpButNotBoth() {
        walk.reported().take("interpreter", "ines");

        assertThatThrownBy(() -> walk.complete("holdRole", "ines", Map.of("giveUp", true, "offerTo", "sam")))
                .hasMessageContaining("giveUp: ")
                .hasMessageContaining("not both");
        assertThat(tenures.holder(walk.id(), Role.INTERPRETER)).contains("ines");
    }

    @Test
    void isHandedOverWithABriefingFromTheRecord() {
        walk.responding();
        walk.complete("investigate", "eli", Map.of("next", "keep-looking", "finding", "Both hosts\nshare a rack"));

        var briefing = walk.opened("holdRole", "maya").get("briefing").toString();
        assertThat(briefing)
                .startsWith("Figgy is down: Readers see an error on every page\nReported ")
                .contains("- moderator: Maya Osei, since ", "Finding, Eli Brandt: Both hosts share a rack")
                .contains("- investigate, by ", "Promised: nothing on record.")
                .doesNotContain("take role");
        assertThat(walk.shown("holdRole").get("people").toString())
                .contains("\"label\":\"Sam Turner\"", "\"value\":\"sam\"")
                .doesNotContain("maya");

        walk.complete("holdRole", "maya", Map.of("offerTo", "sam"));
        assertThat(handOvers.open(walk.id(), Role.MODERATOR).orElseThrow().briefing())
                .contains("Both hosts share a rack");
    }

    @Test
    void isTakenOverByTheModerator() {
        walk.restored();
        walk.asRun("maya", () -> handingOver.takenOver(walk.id(), Role.NOTE_TAKER, " Noor lost the connection "));
        walk.say();

        assertThat(tenures.holder(walk.id(), Role.NOTE_TAKER)).contains("maya");
        assertThat(tenures.ended(walk.id(), Role.NOTE_TAKER))
                .hasValueSatisfying(ended -> assertThat(ended.reason()).isEqualTo("Noor lost the connection"));
        assertThat(walk.task("scheduleMeeting").getAssignee()).isEqualTo("maya");
        assertThat(walk.open("holdRole")).hasSize(2).allMatch(task -> "maya".equals(task.getAssignee()));
        assertThat(walk.thread())
                .last()
                .asString()
                .contains("Maya Osei takes over as our *note taker* from Noor Haddad", "lost the connection");
        assertThat(walk.announcement()).contains("*note taker*: Maya Osei");
        assertThat(walk.timeline())
                .anyMatch(entry -> entry.label().equals("Role taken over")
                        && "maya".equals(entry.person())
                        && "note taker: Noor lost the connection".equals(entry.text()));
    }

    @Test
    void isTakenOverInTheHoldersTask() {
        walk.responding().take("note-taker", "noor");

        walk.completeOf(
                        "holdRole",
                        "note-taker",
                        "maya",
                        Map.of("takeOver", true, "takeOverReason", " Noor lost the connection "))
                .say();

        assertThat(tenures.holder(walk.id(), Role.NOTE_TAKER)).contains("maya");
        assertThat(walk.open("holdRole")).hasSize(2).allMatch(task -> "maya".equals(task.getAssignee()));
        assertThat(walk.thread()).last().asString().contains("Maya Osei", "Noor Haddad", "Noor lost the connection");
        assertThat(walk.timeline())
                .anyMatch(entry -> entry.label().equals("Role taken over")
                        && "note taker: Noor lost the connection".equals(entry.text()));
        walk.giveUp("note-taker", "maya", "");
        assertThat(tenures.holder(walk.id(), Role.NOTE_TAKER)).isEmpty();
    }

    @Test
    void ofTheModeratorIsTakenOverInTheirTaskByAnyResponder() {
        walk.responding()
                .completeOf("holdRole", "moderator", "sam", Map.of("takeOver", true, "takeOverReason", "Maya left"));

        assertThat(tenures.holder(walk.id(), Role.MODERATOR)).contains("sam");
        assertThat(walk.openTasks()).contains("investigate");
    }

    @Test
    void isNotTakenOverInTheTaskByOthersOrWithoutAReasonOrAndOffered() {
        walk.responding().take("note-taker", "noor");

        assertThatThrownBy(() -> takeOver("sam", Map.of("takeOver", true, "takeOverReason", "Me")))
                .hasMessageContaining("takeOver: Only the moderator can take a role over");
        assertThatThrownBy(() -> takeOver("maya", Map.of("takeOver", true)))
                .hasMessageContaining("takeOverReason: Say why you take the role over");
        assertThatThrownBy(() -> takeOver("maya", Map.of("takeOver", true, "takeOverReason", "x", "offerTo", "sam")))
                .hasMessageContaining("takeOver: Take the role over, give it up or offer it to somebody");
        assertThatThrownBy(() -> walk.completeOf(
                        "holdRole", "moderator", "maya", Map.of("takeOver", true, "takeOverReason", "x")))
                .hasMessageContaining("You are moderator of");
        assertThat(tenures.holder(walk.id(), Role.NOTE_TAKER)).contains("noor");
    }

    private void takeOver(String person, Map<String, Object> entered) {
        walk.completeOf("holdRole", "note-taker", person, entered);
    }

    @Test
    void isTakenOverWhileAnOfferOfItIsOpen() {
        walk.responding().take("interpreter", "ines").offer("interpreter", "ines", "sam");

        walk.asRun("maya", () -> handingOver.takenOver(walk.id(), Role.INTERPRETER, "Nobody answers"));

        assertThat(outcome(Role.INTERPRETER)).isEqualTo(Outcome.TAKEN_OVER);
        assertThat(walk.openTasks()).doesNotContain("acceptRole", "takeBackOffer");
        walk.offer("interpreter", "maya", "ines");
    }

    @Test
    void ofTheModeratorIsTakenOverByWhoeverMayRespond() {
        walk.responding();

        walk.asRun("sam", () -> handingOver.takenOver(walk.id(), Role.MODERATOR, "Maya has left"));

        assertThat(tenures.holder(walk.id(), Role.MODERATOR)).contains("sam");
        assertThatThrownBy(
                        () -> walk.asRun("other-systems", () -> handingOver.takenOver(walk.id(), Role.MODERATOR, "Me")))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void isNotTakenOverByOthersOrWithoutAReasonOrWhereNobodyHoldsIt() {
        walk.responding().take("interpreter", "ines");

        assertThatThrownBy(() -> walk.asRun("sam", () -> handingOver.takenOver(walk.id(), Role.INTERPRETER, "Me")))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("Only the moderator");
        assertThatThrownBy(() -> walk.asRun("maya", () -> handingOver.takenOver(walk.id(), Role.INTERPRETER, " ")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("reason: ");
        assertThatThrownBy(() -> walk.asRun("maya", () -> handingOver.takenOver(walk.id(), Role.NOTE_TAKER, "Empty")))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("Nobody is note taker");
        assertThatThrownBy(() -> walk.asRun("maya", () -> handingOver.takenOver(walk.id(), Role.MODERATOR, "Again")))
                .isInstanceOf(Conflict.class)
                .hasMessageContaining("You are moderator");
        assertThat(tenures.holder(walk.id(), Role.INTERPRETER)).contains("ines");
    }

    @Test
    void suggestsAfterAWhileAndUrgesLaterToHandItOver() {
        walk.reported()
                .take("interpreter", "ines")
                .ring("BoundaryEvent_timeToHandOver")
                .say();
        assertThat(walk.thread())
                .last()
                .asString()
                .contains("Ines Costa, you have been our *interpreter* for a while", "/tasklist/");
        walk.offer("interpreter", "ines", "sam")
                .ring("BoundaryEvent_highTimeToHandOver")
                .say();

        assertThat(walk.thread())
                .last()
                .asString()
                .contains("Ines Costa has been our *interpreter* for very long", "Sam Turner has been asked");
        assertThat(walk.openTasks()).contains("acceptRole");
    }

    @Test
    void countsTheTimeFromTheBeginningOfATenureWhateverBecameOfOffers() {
        walk.reported().take("interpreter", "ines");
        var timers = timers();
        walk.offer("interpreter", "ines", "sam").complete("acceptRole", "sam", Map.of("decision", "decline"));
        assertThat(timers()).isEqualTo(timers).hasSize(2);

        walk.offer("interpreter", "ines", "sam").complete("acceptRole", "sam", Map.of("decision", "accept"));
        assertThat(timers()).hasSize(2).doesNotContainAnyElementsOf(timers);
    }

    @Test
    void isReleasedWithTheMeetingAlsoWhileItIsOffered() {
        walk.meeting()
                .complete("holdMeeting", "maya", Map.of("causes", "One", "lessons", ""))
                .offer("note-taker", "noor", "ines")
                .complete("agreeOnFollowUps", "maya", Map.of("followUps", List.of(Walk.followUp("eli"))));

        assertThat(outcome(Role.NOTE_TAKER)).isEqualTo(Outcome.OVER);
        assertThat(tenures.now(walk.id())).isEmpty();
        assertThat(walk.openTasks()).doesNotContain("holdRole", "acceptRole", "takeBackOffer");
    }

    private Outcome outcome(Role role) {
        return handOvers.last(walk.id(), role).orElseThrow().outcome();
    }

    private List<String> timers() {
        return walk.timers("BoundaryEvent_timeToHandOver", "BoundaryEvent_highTimeToHandOver");
    }

    @Test
    void goesToWhoCompletesItAndNotToWhoOnlyClaimedIt() {
        walk.reported();
        var task = walk.open("takeRole").stream()
                .filter(open -> open.getName().contains("interpreter"))
                .findFirst()
                .orElseThrow();
        walk.asRun("sam", () -> walk.claim(task.getId(), "sam"));

        walk.asRun("ines", () -> process.taken(walk.id(), Role.INTERPRETER, "ines"));

        assertThat(tenures.holder(walk.id(), Role.INTERPRETER)).contains("ines");
    }
}
