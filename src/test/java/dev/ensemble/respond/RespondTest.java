package dev.ensemble.respond;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.Walked;
import dev.ensemble.incident.Timeline;
import dev.ensemble.incident.TimelineEntry.Kind;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

@EnsembleTest
class RespondTest {

    @RegisterExtension
    static final Walked EVERY_BOX = Walked.all("respond");

    @Autowired
    Walk walk;

    @Autowired
    Timeline timeline;

    @Test
    void keepsLookingAndKeepsWhatWasFound() {
        walk.responding()
                .complete("investigate", "lena", Map.of("next", "keep-looking", "finding", "The disk is full"));

        assertThat(walk.openTasks()).contains("investigate").doesNotContain("applyFix");
        assertThat(walk.timeline()).anySatisfy(entry -> {
            assertThat(entry.kind()).isEqualTo(Kind.FINDING);
            assertThat(entry.person()).isEqualTo("lena");
            assertThat(entry.text()).isEqualTo("The disk is full");
        });
        assertThat(walk.shown("investigate").get("situation").toString()).contains("The disk is full");
    }

    @Test
    void triesWhatSomebodyHasAnIdeaFor() {
        walk.fixing().say();

        assertThat(walk.openTasks()).contains("applyFix").doesNotContain("investigate");
        assertThat(walk.thread()).anyMatch(said -> said.contains("Restart the workers") && said.contains("Eli Brandt"));
    }

    @Test
    void asksForTheIdeaAndForAnOptionThatItKnows() {
        walk.responding();

        assertThatThrownBy(() -> walk.complete("investigate", "eli", Map.of("next", "try-fix", "idea", "")))
                .hasMessageContaining("idea: Say what we will try");
        assertThatThrownBy(() -> walk.complete("investigate", "eli", Map.of("next", "give-in", "finding", "x")))
                .hasMessageContaining("next: Say one of keep-looking, try-fix.");
        assertThat(walk.openTasks()).contains("investigate");
    }

    @Test
    void showsAFindingThatCameAnotherWayToWhoeverOpensTheFormThen() {
        walk.responding();

        timeline.found(walk.id(), "ines", "The rack is dark", null);

        assertThat(walk.shown("investigate").get("situation").toString()).contains("The rack is dark");
    }
}
