package dev.ensemble.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.incident.FollowUp.State;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.Tenures;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Ways around the diagrams that the engine's interfaces have. */
@EnsembleTest
class OnlyAsDrawnTest {

    @Autowired
    Walk walk;

    @Autowired
    RuntimeService runtime;

    @Autowired
    TaskService tasks;

    @Autowired
    Tenures tenures;

    @Autowired
    FollowUps followUps;

    @Test
    void nobodyBeginsInTheMiddle() {
        walk.responding();

        assertThatThrownBy(() -> walk.asRun(
                        "admin",
                        () -> runtime.createProcessInstanceByKey("incident")
                                .businessKey(walk.id().toString())
                                .startBeforeActivity("closeIncident")
                                .execute()))
                .hasMessageContaining("as it is drawn");
        assertThat(walk.record().isClosed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "announce",
                "staff",
                "respond",
                "fix",
                "reflect",
                "follow-up",
                "role",
                "hand-over",
                "say",
                "follow-up-date",
                "weekly-digest",
                "ensemble",
                "member",
                "explain",
                "look-back",
                "remind",
                "triage",
                "storm"
            })
    void nobodyStartsAPartByItself(String part) {
        walk.reported();

        assertThatThrownBy(() -> walk.asRun(
                        "rosa",
                        () -> runtime.startProcessInstanceByKey(part, walk.id().toString())))
                .isInstanceOf(AuthorizationException.class);
        assertThatThrownBy(
                        () -> runtime.startProcessInstanceByKey(part, walk.id().toString()))
                .hasMessageContaining("a part of an incident");
    }

    @Test
    void nobodyLeavesATaskByAnErrorOrEscalation() {
        walk.responding();
        var task = walk.task("investigate").getId();

        assertThatThrownBy(() -> walk.asRun("eli", () -> tasks.handleBpmnError(task, "any")))
                .hasMessageContaining("as it is drawn");
        assertThatThrownBy(() -> walk.asRun("eli", () -> tasks.handleEscalation(task, "any")))
                .hasMessageContaining("as it is drawn");
        assertThat(walk.openTasks()).contains("investigate");
    }

    @ParameterizedTest
    @ValueSource(strings = {"role", "followUp", "message", "person", "why", "step", "nudge", "triage", "loopCounter"})
    void nobodyExchangesWhatATaskIsAbout(String name) {
        walk.reported().take("interpreter", "ines");

        assertThatThrownBy(() -> walk.complete("holdRole", "ines", Map.of("giveUp", true, name, "moderator")))
                .hasMessageContaining(name + ": The process sets this itself");
        var task = walk.task("holdRole").getId();
        assertThatThrownBy(() -> walk.asRun("ines", () -> tasks.resolveTask(task, Map.of(name, "moderator"))))
                .hasMessageContaining(name + ": The process sets this itself");
        assertThat(tenures.holder(walk.id(), Role.INTERPRETER)).contains("ines");
    }

    @Test
    void nobodyVerifiesTheirOwnByNamingAnother() {
        walk.meeting()
                .complete("holdMeeting", "maya", Map.of("causes", "One", "lessons", ""))
                .complete(
                        "agreeOnFollowUps",
                        "maya",
                        Map.of("followUps", List.of(Walk.followUp("eli"), Walk.followUp("sam"))))
                .completeOwn("acceptFollowUp", "eli", Map.of("decision", "accept"))
                .complete("doFollowUp", "eli", Map.of("outcome", "done", "evidence", "Look"));
        var sams = followUps.of(walk.id()).get(1).id();

        assertThatThrownBy(() -> walk.complete(
                        "verifyFollowUp", "eli", Map.of("verified", "yes", "lookedAt", "x", "followUp", sams)))
                .hasMessageContaining("followUp: The process sets this itself");
        assertThat(followUps.get(sams).state()).isEqualTo(State.AGREED);
    }
}
