package dev.ensemble.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.Walked;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.RoleAlreadyHeld;
import dev.ensemble.incident.Tenure;
import dev.ensemble.incident.Tenures;
import dev.ensemble.process.IncidentProcess;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

@EnsembleTest
class RoleTest {

    @RegisterExtension
    static final Walked EVERY_BOX = Walked.all("role");

    @Autowired
    Walk walk;

    @Autowired
    Tenures tenures;

    @Autowired
    IncidentProcess process;

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
