package dev.ensemble.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.incident.KeptPaths;
import dev.ensemble.incident.Passage;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Which way an incident took through its diagram. */
@EnsembleTest
class PathsTest {

    @Autowired
    private Walk walk;

    @Autowired
    private Paths paths;

    @Autowired
    private KeptPaths kept;

    @Autowired
    private Course course;

    @Autowired
    private HistoryService history;

    @Test
    void goesStraightWhereNothingTurnsIt() {
        closed(walk.meeting());

        var path = path();

        assertThat(path.edges())
                .contains(
                        "Flow_incidentReported_response",
                        "Flow_incidentKnown_announce",
                        "Flow_announced_staff",
                        "Flow_announced_roles",
                        "Flow_staff_respondNow",
                        "Flow_respond_fix",
                        "Flow_fixed_reflect",
                        "Flow_reflect_reflected",
                        "Flow_roles_reflected",
                        "Flow_reflected_followUp",
                        "Flow_closeIncident_incidentClosed")
                .doesNotContain(
                        "Flow_fixed_tryAgain",
                        "Flow_tryAgain_respondNow",
                        "Flow_rolesHeld_gatherPeople",
                        "Flow_reopened_reopened",
                        "Flow_retracted_sayRetracted");
        assertThat(path.times("roles")).isEqualTo(1);
        assertThat(path.times("sayReopened")).isZero();
        assertThat(path.steps())
                .extracting(Path.Step::label)
                .startsWith("Incident reported", "Announce")
                .endsWith("Follow up", "Close incident", "Incident closed")
                .doesNotContain("Fixed?", "Response", "Say message", "Incident known");
    }

    @Test
    void goesBackWhereAFixDidNotHelpAndWhereItBrokeAgain() {
        walk.fixing()
                .complete("applyFix", "eli", Map.of("whatWasDone", "Restarted"))
                .complete("verifyFix", "lena", Map.of("fixed", "no", "observed", "Still dark"))
                .complete("investigate", "eli", Map.of("next", "try-fix", "idea", "A new fuse"))
                .complete("applyFix", "eli", Map.of("whatWasDone", "Changed it"))
                .complete("verifyFix", "lena", Map.of("fixed", "yes", "observed", "Pages load"));
        walk.asRun("maya", () -> course.reopened(walk.id(), "Errors again"));

        var path = path();

        assertThat(path.times("fix")).isEqualTo(2);
        assertThat(path.times("respond")).isEqualTo(3);
        assertThat(path.edges())
                .contains(
                        "Flow_fixed_tryAgain",
                        "Flow_fixed_reflect",
                        "Flow_reopened_reopened",
                        "Flow_rolesHeld_tryAgain",
                        "Flow_tryAgain_respondNow")
                .doesNotContain("Flow_rolesHeld_gatherPeople", "Flow_reflect_reflected", "Flow_reopenedLater_reopened");
        assertThat(path.passages())
                .filteredOn(passage -> passage.box().equals("reflect"))
                .singleElement()
                .extracting(Passage::cutShort)
                .isEqualTo(true);
    }

    @Test
    void endsWhereItWasNothing() {
        walk.responding();
        walk.asRun("maya", () -> course.retracted(walk.id(), "Only my network"));

        assertThat(path().edges())
                .contains("Flow_retracted_sayRetracted", "Flow_releaseEverybody_incidentRetracted")
                .doesNotContain("Flow_respond_fix", "Flow_response_closeIncident");
    }

    @Test
    void staysKnownWhenTheEngineForgetsIt() {
        closed(walk.meeting());
        var remembered = row(path());

        forget();

        assertThat(row(path())).isEqualTo(remembered);
        assertThat(path().steps()).extracting(Path.Step::label).endsWith("Close incident", "Incident closed");
    }

    @Test
    void isKeptWhenItIsOverInWhicheverWayAndNotBefore() {
        walk.responding();
        assertThat(kept.of(walk.id())).isEmpty();

        walk.asRun("maya", () -> course.retracted(walk.id(), "Only my network"));

        assertThat(kept.of(walk.id())).isPresent();
    }

    @Test
    void isShownToWhoeverAsks() {
        walk.responding();

        assertThat(walk.as("sam", () -> path().times("respond"))).isEqualTo(1);
    }

    private Path path() {
        return paths.of(walk.id()).orElseThrow();
    }

    /** The edges that it took, but those of what goes on beside: messages are said after it is over, too. */
    private static Set<String> row(Path path) {
        var taken = path.edges();
        return path.drawing().edges().stream()
                .filter(edge -> !path.drawing().shape(edge.from()).orElseThrow().beside())
                .map(Drawing.Edge::id)
                .filter(taken::contains)
                .collect(Collectors.toSet());
    }

    private static void closed(Walk incident) {
        incident.complete("holdMeeting", "maya", Map.of("causes", "One", "lessons", ""))
                .complete("agreeOnFollowUps", "maya", Map.of("noneBecause", "It is gone"))
                .say();
        assertThat(incident.record().isClosed()).isTrue();
    }

    private void forget() {
        history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(walk.id().toString())
                .processDefinitionKey(Diagrams.INCIDENT)
                .list()
                .forEach(instance -> history.deleteHistoricProcessInstance(instance.getId()));
    }
}
