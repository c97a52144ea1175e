package dev.ensemble.drill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Surroundings;
import dev.ensemble.Walk;
import dev.ensemble.Walked;
import dev.ensemble.incident.DrillScripts;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.Report;
import dev.ensemble.incident.TimelineEntry;
import dev.ensemble.slack.SlackStub;
import java.util.Date;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** An incident that is practised runs on the same diagrams, is marked wherever it is seen, and follows its script. */
@EnsembleTest
class DrillTest {

    private static final String MARK = "*This is a drill.* ";
    private static final String SCRIPT = "both-hosts-gone";

    @RegisterExtension
    static final Walked EVERY_BOX = Walked.all("drill");

    @Autowired
    Walk walk;

    @Autowired
    Walk real;

    @Autowired
    DrillScripts scripts;

    @Test
    void isMarkedInEveryMessageAndStaysInItsChannel() {
        walk.drill(null)
                .take("moderator", "maya")
                .take("note-taker", "noor")
                .complete("investigate", "eli", Map.of("next", "try-fix", "idea", "Restart"))
                .complete("applyFix", "eli", Map.of("whatWasDone", "Restarted"))
                .complete("verifyFix", "lena", Map.of("fixed", "yes", "observed", "Well again"))
                .say();

        var said = Surroundings.SLACK.posts().stream()
                .filter(post -> post.text().contains(walk.id() + " ") || isInThread(post))
                .toList();
        assertThat(walk.announcement()).startsWith(MARK + "<!here> We have the following incident");
        assertThat(said).hasSizeGreaterThan(4).allSatisfy(post -> {
            assertThat(post.text()).startsWith(MARK);
            assertThat(post.channel()).isEqualTo(SlackStub.DRILLS);
        });
    }

    @Test
    void isMarkedInTheNamesOfItsTasksAndOnTheirForms() {
        walk.drill(null).take("moderator", "maya");

        assertThat(walk.allOpen())
                .isNotEmpty()
                .extracting(Task::getName)
                .allMatch(name -> name.startsWith(walk.id() + " (drill) Figgy: "));
        assertThat(walk.shown("investigate").get("situation").toString()).startsWith("**This is a drill.**");
        assertThat(walk.opened("holdRole", "maya").get("briefing").toString()).startsWith("This is a drill.");
    }

    @Test
    void isToldWhatHappensWhenTheScriptSaysSo() {
        var script = scripts.all().stream()
                .filter(one -> one.name().equals(SCRIPT))
                .findFirst()
                .orElseThrow();
        walk.drill(SCRIPT).say();

        for (var inject : script.injects()) {
            assertThat(walk.timer("Event_injectDue", null).getDuedate())
                    .isCloseTo(Date.from(walk.record().reportedAt().plus(inject.after())), 1000);
            walk.ring("Event_injectDue").say();
            assertThat(walk.thread()).last().asString().isEqualTo(MARK + "*Now this happens:* " + inject.text());
        }

        assertThat(walk.timers("Event_injectDue")).isEmpty();
        assertThat(walk.timeline())
                .filteredOn(entry -> entry.label().equals("Now this happens"))
                .extracting(TimelineEntry::text)
                .containsExactlyElementsOf(
                        script.injects().stream().map(inject -> inject.text()).toList());
    }

    @Test
    void hasNoScriptUnlessOneIsChosen() {
        walk.drill(null).say();

        assertThat(walk.timers("Event_injectDue")).isEmpty();
        assertThat(walk.record().drill()).isTrue();
    }

    @Test
    void endsItsScriptWhenItIsOver() {
        walk.drill(SCRIPT)
                .take("moderator", "maya")
                .ring("Event_injectDue")
                .complete("changeCourse", "maya", Map.of("change", "retract", "reason", "Everybody has to go"))
                .say();

        assertThat(walk.timers("Event_injectDue")).isEmpty();
        assertThat(walk.isOver()).isTrue();
    }

    @Test
    void becomesNoPartOfARealIncident() {
        walk.drill(null).take("moderator", "maya");
        real.reported();

        assertThatThrownBy(() -> walk.complete(
                        "changeCourse",
                        "maya",
                        Map.of("change", "merge", "into", real.id().toString())))
                .hasMessageContaining("are not for the same people");
    }

    @Test
    void isRefusedWithAScriptThatNobodyWroteAndAScriptWithoutADrill() {
        assertThatThrownBy(() -> walk.reported(report(true, "flood")))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.faults())
                                .containsExactly(new Refused.Fault(
                                        "script",
                                        "There is no such script. Say one of both-hosts-gone, or leave it out.")));
        assertThatThrownBy(() -> walk.reported(report(false, SCRIPT)))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("script: Only a drill has a script.");
    }

    private static Report report(boolean drill, String script) {
        return new Report("Figgy", "down", "Practised", null, false, drill, script);
    }

    private boolean isInThread(SlackStub.Said post) {
        return Surroundings.SLACK.threadOf(walk.announcementStamp()).contains(post);
    }
}
