package dev.ensemble.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.Walked;
import dev.ensemble.incident.Condition;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Incidents.Search;
import dev.ensemble.incident.Learned;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.Report;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.Stage;
import dev.ensemble.incident.Tenures;
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

    @Autowired
    Walk other;

    @Autowired
    Course course;

    @Autowired
    Tenures tenures;

    @Autowired
    Learned learned;

    @Autowired
    FollowUps followUps;

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
                                "audience",
                                "word",
                                "owed",
                                "loopCounter",
                                "nrOfInstances",
                                "nrOfActiveInstances",
                                "nrOfCompletedInstances")
                        .contains(name));
    }

    @Test
    void isRefusedWithEveryFaultNamedAndLeavesNothingBehind() {
        var before = incidents.find(Search.EVERYTHING, null, 1);
        var running = runtime.createProcessInstanceQuery().count();

        assertThatThrownBy(() -> walk.asRun(
                        "rosa",
                        () -> process.reported(new Report("Fogy", "broken", "x".repeat(501), "nobody", false, false))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Refused.Fault::field)
                                .containsExactly("service", "condition", "summary", "reporter"));

        assertThat(incidents.find(Search.EVERYTHING, null, 1)).isEqualTo(before);
        assertThat(runtime.createProcessInstanceQuery().count()).isEqualTo(running);
    }

    @Test
    void playsTheScriptOfADrillToItsEnd() {
        walk.drill("both-hosts-gone");

        while (!walk.timers("Event_injectDue").isEmpty()) {
            walk.ring("Event_injectDue");
        }

        assertThat(walk.timeline())
                .filteredOn(entry -> entry.label().equals("All played"))
                .hasSize(1);
    }

    @Test
    void cutsTheScriptOfADrillShortWhenItIsOver() {
        walk.drill("both-hosts-gone")
                .take("moderator", "maya")
                .complete("changeCourse", "maya", Map.of("change", "retract", "reason", "Everybody has to go"));

        assertThat(walk.timers("Event_injectDue")).isEmpty();
    }

    @Test
    void isSaidInAPlaceOfItsOwnWhenItIsRestricted() {
        walk.reported("Figgy", "insecure", "The keys are on the web").openChannel();

        assertThat(walk.record().place()).isNotNull();
        assertThat(walk.say().announcement()).contains("The keys are on the web");
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

    @Test
    void changesItsConditionAndSaysSo() {
        walk.responding().say();

        walk.asRun("eli", () -> course.conditionChanged(walk.id(), "degraded", "One host is back"));
        walk.say();

        assertThat(walk.record().condition()).isEqualTo(Condition.DEGRADED);
        assertThat(walk.record().reportedAs()).isEqualTo(Condition.DOWN);
        assertThat(walk.announcement()).contains("Figgy is degraded.");
        assertThat(walk.thread())
                .last()
                .asString()
                .contains("Figgy is degraded now", "it was down", "One host is back")
                .containsPattern("Eli");
        assertThat(walk.timeline()).anySatisfy(entry -> {
            assertThat(entry.label()).isEqualTo("Condition changed");
            assertThat(entry.person()).isEqualTo("eli");
            assertThat(entry.text()).isEqualTo("down → degraded: One host is back");
        });
        assertThat(walk.openTasks()).contains("investigate");
    }

    @Test
    void isRetractedAndNothingIsLeftRunning() {
        walk.responding().take("note-taker", "noor").say();

        walk.asRun("maya", () -> course.retracted(walk.id(), "Only my own network was gone"));

        assertThat(walk.record().stage()).isEqualTo(Stage.RETRACTED);
        assertThat(walk.record().closedAt()).isNotNull();
        assertThat(tenures.now(walk.id())).isEmpty();
        assertThat(walk.openTasks()).isEmpty();
        assertThat(learned.lessons(walk.id())).containsExactly("Only my own network was gone");
        assertThat(walk.isOver()).as("what is to be said still has to go out").isFalse();

        walk.say();

        assertThat(walk.announcement())
                .startsWith("It was nothing: Only my own network was gone")
                .doesNotContain("We need people", "roles are held");
        assertThat(walk.thread()).last().asString().contains("It was nothing", "Maya", "Only my own network was gone");
        assertThat(walk.timeline())
                .extracting(TimelineEntry::label)
                .containsSubsequence("Retracted", "Incident retracted")
                .doesNotContain("Incident closed");
        assertNothingIsLeft(walk);
    }

    @Test
    void isRetractedBeforeAnythingWasSaid() {
        walk.reported();

        walk.asRun("rosa", () -> course.retracted(walk.id(), "A typing error"));
        walk.say();

        assertThat(walk.announcement()).startsWith("It was nothing: A typing error");
        assertNothingIsLeft(walk);
    }

    @Test
    void isReopenedBeforeTheMeetingIsOverWithThePeopleThatAreThere() {
        walk.restored().say().complete("scheduleMeeting", "noor", Walk.meetingTomorrow());
        var restoredAt = walk.record().restoredAt();

        walk.asRun("lena", () -> course.reopened(walk.id(), "The pages are blank again"));
        walk.say();

        assertThat(restoredAt).isNotNull();
        assertThat(walk.record().stage()).isEqualTo(Stage.RESPOND);
        assertThat(walk.record().condition()).isEqualTo(Condition.DOWN);
        assertThat(walk.record().restoredAt()).isNull();
        assertThat(tenures.holder(walk.id(), Role.MODERATOR)).contains("maya");
        assertThat(walk.openTasks())
                .contains("investigate")
                .doesNotContain("moveMeeting", "reflectAlone", "goOnWithoutModerator");
        assertThat(walk.thread())
                .anyMatch(said -> said.contains("It broke again") && said.contains("The pages are blank again"))
                .last()
                .asString()
                .contains("is called off");
        assertThat(walk.timeline()).anySatisfy(entry -> {
            assertThat(entry.label()).isEqualTo("Reopened");
            assertThat(entry.text()).startsWith("The pages are blank again (restored since ");
        });

        walk.complete("investigate", "eli", Map.of("next", "try-fix", "idea", "Restart it twice"))
                .complete("applyFix", "eli", Map.of("whatWasDone", "Restarted it twice"))
                .complete("verifyFix", "lena", Map.of("fixed", "yes", "observed", "Pages load"));
        assertThat(walk.record().restoredAt()).isAfterOrEqualTo(restoredAt);
        assertThat(walk.openTasks()).contains("scheduleMeeting");
    }

    @Test
    void isReopenedWhileFollowUpsRunAndTakesThemUpAgain() {
        walk.followingUp()
                .complete("acceptFollowUp", "eli", Map.of("decision", "accept"))
                .say();

        walk.asRun("eli", () -> course.reopened(walk.id(), "It is down again"));
        walk.say();

        assertThat(walk.openTasks())
                .contains("takeRole", "goOnWithoutModerator")
                .doesNotContain("doFollowUp", "acceptFollowUp");
        assertThat(walk.announcement()).contains("Figgy is down.", "We need people");
        assertThat(walk.thread()).last().asString().contains("It broke again", "Follow-ups wait");

        walk.take("moderator", "maya")
                .take("note-taker", "noor")
                .complete("investigate", "eli", Map.of("next", "try-fix", "idea", "Power"))
                .complete("applyFix", "eli", Map.of("whatWasDone", "Power"))
                .complete("verifyFix", "lena", Map.of("fixed", "yes", "observed", "Pages load"))
                .complete("scheduleMeeting", "noor", Walk.meetingTomorrow())
                .complete("moveMeeting", "noor", Map.of("what", "begin-now"))
                .complete("holdMeeting", "maya", Map.of("causes", "Power", "lessons", ""))
                .complete("agreeOnFollowUps", "maya", Map.of("noneBecause", "Those we have will do"))
                .complete("acceptFollowUp", "eli", Map.of("decision", "accept"))
                .complete("doFollowUp", "eli", Map.of("outcome", "let-go", "letGoReason", "We move"))
                .say();

        assertThat(followUps.of(walk.id())).hasSize(1);
        assertThat(walk.record().stage()).isEqualTo(Stage.CLOSED);
        assertThat(walk.thread()).last().asString().contains("What became of the follow-ups");
        assertNothingIsLeft(walk);
    }

    @Test
    void becomesAPartOfAnother() {
        other.responding().say();
        walk.reported("Catalog", "degraded", "Slow search")
                .take("moderator", "sam")
                .complete("investigate", "sam", Map.of("next", "keep-looking", "finding", "The rack is dark"))
                .say();

        walk.asRun("sam", () -> course.merged(walk.id(), other.id().toString()));
        walk.say();
        other.say();

        assertThat(walk.record().stage()).isEqualTo(Stage.MERGED);
        assertThat(walk.record().mergedInto()).isEqualTo(other.id());
        assertThat(walk.announcement()).startsWith("%s is part of %s now.".formatted(walk.id(), other.id()));
        assertThat(walk.thread()).last().asString().contains("part of " + other.id());
        assertThat(other.thread()).last().asString().contains(walk.id() + " is part of this incident now");
        assertThat(other.timeline())
                .filteredOn(entry -> entry.label().equals("Finding"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.text()).isEqualTo("The rack is dark");
                    assertThat(entry.from()).isEqualTo(walk.id());
                });
        assertThat(walk.timeline()).extracting(TimelineEntry::label).contains("Finding", "Merged", "Incident merged");
        assertThat(tenures.everybody(other.id())).containsExactly("maya", "sam");
        assertThat(tenures.holder(other.id(), Role.MODERATOR)).contains("maya");
        assertThat(other.shown("investigate").get("situation").toString())
                .contains("The rack is dark", "from " + walk.id());
        assertNothingIsLeft(walk);

        other.giveUp("moderator", "maya", "Tired").say();
        assertThat(other.thread()).last().asString().contains("Maya");
    }

    @Test
    void changesCourseFromTheTaskThatStands() {
        walk.responding();
        assertThat(walk.task("changeCourse").getAssignee()).isEqualTo("maya");

        walk.complete("changeCourse", "maya", Map.of("change", "condition", "condition", "degraded"));
        assertThat(walk.record().condition()).isEqualTo(Condition.DEGRADED);
        assertThatThrownBy(() -> walk.complete("changeCourse", "maya", Map.of("change", "reopen", "reason", "Why")))
                .hasMessageContaining("it has not been restored");
        assertThatThrownBy(() -> walk.complete("changeCourse", "maya", Map.of("change", "retract")))
                .hasMessageContaining("reason: ");

        walk.complete("investigate", "eli", Map.of("next", "try-fix", "idea", "Restart"))
                .complete("applyFix", "eli", Map.of("whatWasDone", "Restarted"))
                .complete("verifyFix", "lena", Map.of("fixed", "yes", "observed", "Well"))
                .complete("changeCourse", "maya", Map.of("change", "reopen", "reason", "Down again"));
        assertThat(walk.record().stage()).isEqualTo(Stage.RESPOND);
        assertThat(walk.open("changeCourse")).hasSize(1);
    }

    @Test
    void endsByTheTaskThatStands() {
        walk.responding().complete("changeCourse", "maya", Map.of("change", "retract", "reason", "A drill of theirs"));
        other.reported().complete("changeCourse", "eli", Map.of("change", "retract", "reason", "A drill of theirs"));

        assertThat(walk.openTasks()).isEmpty();
        walk.say();
        other.say();
        assertNothingIsLeft(walk);
        assertNothingIsLeft(other);
    }

    @Test
    void joinsAnotherByTheTaskThatStands() {
        other.responding();
        walk.responding()
                .complete(
                        "changeCourse",
                        "maya",
                        Map.of("change", "merge", "into", other.id().toString()))
                .say();

        assertThat(walk.record().mergedInto()).isEqualTo(other.id());
        assertNothingIsLeft(walk);
    }

    private void assertNothingIsLeft(Walk ended) {
        assertThat(ended.openTasks()).isEmpty();
        assertThat(ended.jobs()).isEmpty();
        assertThat(ended.isOver()).isTrue();
    }

    @Test
    void asksWhyStepsWereSkippedUntilItIsOver() {
        walk.responding()
                .complete("investigate", "maya", Map.of("skip", true))
                .complete("sayWhySkipped", "maya", Map.of("skipReason", "We knew it"))
                .complete("applyFix", "maya", Map.of("skip", true));
        assertThat(walk.openTasks()).contains("sayWhySkipped");

        walk.complete("changeCourse", "rosa", Map.of("change", "retract", "reason", "The wrong address"))
                .say();

        assertThat(walk.isOver()).isTrue();
    }

    @Test
    void leavesItsCourseToWhoeverComesWhenTheModeratorIsReleased() {
        walk.meeting();
        assertThat(walk.task("changeCourse").getAssignee()).isEqualTo("maya");

        walk.complete("holdMeeting", "maya", Map.of("causes", "One", "lessons", ""))
                .complete("agreeOnFollowUps", "maya", Map.of("followUps", List.of(Walk.followUp("eli"))));

        assertThat(walk.task("changeCourse").getAssignee()).isNull();
    }
}
