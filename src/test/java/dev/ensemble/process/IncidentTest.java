package dev.ensemble.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.Walked;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Incidents.Search;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.Report;
import dev.ensemble.incident.Stage;
import dev.ensemble.incident.TimelineEntry;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** The whole on one page. */
@EnsembleTest
class IncidentTest {

    @RegisterExtension
    static final Walked EVERY_BOX = Walked.all("incident");

    @Autowired
    Walk walk;

    @Autowired
    Incidents incidents;

    @Autowired
    IncidentProcess process;

    @Autowired
    RuntimeService runtime;

    @Test
    void runsFromTheReportToTheLastFollowUp() {
        walk.reported()
                .say()
                .take("moderator", "maya")
                .take("note-taker", "noor")
                .say()
                .complete("investigate", "eli", Map.of("next", "keep-looking", "finding", "Both hosts are silent"))
                .complete("investigate", "eli", Map.of("next", "try-fix", "idea", "Power the rack"))
                .complete("applyFix", "eli", Map.of("whatWasDone", "Asked for power"))
                .complete("verifyFix", "lena", Map.of("fixed", "no", "observed", "No light"))
                .complete("investigate", "eli", Map.of("next", "try-fix", "idea", "Another fuse"))
                .complete("applyFix", "eli", Map.of("whatWasDone", "Changed the fuse"))
                .complete("verifyFix", "lena", Map.of("fixed", "yes", "observed", "Pages load"))
                .complete("scheduleMeeting", "noor", Walk.meetingTomorrow())
                .ring("BoundaryEvent_meetingTime")
                .complete("holdMeeting", "maya", Map.of("causes", "One fuse for both", "lessons", "Look at fuses"))
                .complete("agreeOnFollowUps", "maya", Map.of("followUps", List.of(Walk.followUp("eli"))))
                .say()
                .complete("acceptFollowUp", "eli", Map.of("decision", "accept"))
                .complete("doFollowUp", "eli", Map.of("outcome", "done", "evidence", "Two fuses"))
                .complete("verifyFollowUp", "lena", Map.of("verified", "yes", "lookedAt", "The rack"))
                .ring("Event_watchEnded")
                .say();

        assertThat(walk.isOver()).isTrue();
        assertThat(walk.record().stage()).isEqualTo(Stage.CLOSED);
        assertThat(walk.timeline())
                .extracting(TimelineEntry::label)
                .containsSubsequence(
                        "Incident reported",
                        "Announce",
                        "Staff",
                        "Take role",
                        "Respond",
                        "Take role",
                        "Finding",
                        "Investigate",
                        "Fix",
                        "Apply fix",
                        "Verify fix",
                        "Respond",
                        "Reflect",
                        "Schedule meeting",
                        "Meeting time reached",
                        "Hold meeting",
                        "Agree on follow-ups",
                        "Role released",
                        "Lessons learned",
                        "Follow up",
                        "Accept follow-up",
                        "Verify follow-up",
                        "Watched",
                        "Follow-up ended",
                        "Incident closed");
    }

    @Test
    void hangsTogetherUnderItsNumberWithFewVariables() {
        walk.followingUp();

        assertThat(walk.instances())
                .extracting(ProcessInstance::getBusinessKey)
                .containsOnly(walk.id().toString());
        assertThat(runtime.createVariableInstanceQuery()
                        .processInstanceIdIn(walk.instances().stream()
                                .map(ProcessInstance::getId)
                                .toArray(String[]::new))
                        .list())
                .filteredOn(variable -> variable.getTaskId() == null)
                .extracting("name")
                .doesNotContain("service", "summary", "reporter", "followUps", "causes", "idea", "whatWasDone")
                .allMatch(name -> Set.of(
                                "fixed",
                                "followUp",
                                "message",
                                "loopCounter",
                                "nrOfInstances",
                                "nrOfActiveInstances",
                                "nrOfCompletedInstances")
                        .contains(name));
    }

    @Test
    void isRefusedWithEveryFaultNamedAndLeavesNothingBehind() {
        var before = incidents.find(Search.EVERYTHING, 1);
        var running = runtime.createProcessInstanceQuery().count();

        assertThatThrownBy(() -> walk.asRun(
                        "rosa",
                        () -> process.reported(new Report("Fogy", "broken", "x".repeat(501), "nobody", false, false))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Refused.Fault::field)
                                .containsExactly("service", "condition", "summary", "reporter"));

        assertThat(incidents.find(Search.EVERYTHING, 1)).isEqualTo(before);
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(running);
    }

    @Test
    void isNotTakenAsRestrictedOrDrillWhileThoseAreNotKept() {
        assertThatThrownBy(() -> walk.asRun(
                        "rosa", () -> process.reported(new Report("Figgy", "insecure", "A leak", null, true, true))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Refused.Fault::field)
                                .containsExactly("restricted", "drill"));
    }

    @Test
    void knowsAServiceByItsAliasToo() {
        walk.reported("orangelight", "degraded", "Slow search");

        assertThat(walk.record().service()).isEqualTo("Catalog");
    }

    @Test
    void keepsAMeetingsLongWords() {
        var many = ("A cause that takes many words. ".repeat(60) + "\n").repeat(5);
        var followUps = Stream.generate(() -> {
                    var followUp = new HashMap<>(Walk.followUp("eli"));
                    followUp.put(
                            "action",
                            "An action of many words & signs. ".repeat(15).strip());
                    return followUp;
                })
                .limit(12)
                .toList();

        walk.meeting()
                .complete("holdMeeting", "maya", Map.of("causes", many, "lessons", many))
                .complete("agreeOnFollowUps", "maya", Map.of("followUps", followUps))
                .say();

        assertThat(walk.open("acceptFollowUp")).hasSize(12);
    }
}
