package dev.ensemble.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.Walked;
import dev.ensemble.incident.Condition;
import dev.ensemble.incident.Stage;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

@EnsembleTest
class FixTest {

    @RegisterExtension
    static final Walked EVERY_BOX = Walked.all("fix");

    @Autowired
    Walk walk;

    @Test
    void goesBackToRespondWhenItDidNotHelp() {
        walk.fixing()
                .complete("applyFix", "eli", Map.of("whatWasDone", "Restarted the workers"))
                .complete("verifyFix", "lena", Map.of("fixed", "no", "observed", "Still errors"))
                .say();

        assertThat(walk.record().condition()).isEqualTo(Condition.DOWN);
        assertThat(walk.record().stage()).isEqualTo(Stage.RESPOND);
        assertThat(walk.openTasks()).contains("investigate");
        assertThat(walk.thread()).anyMatch(said -> said.contains("Still errors"));
    }

    @Test
    void restoresTheServiceWhenSomebodySawIt() {
        walk.restored().say();

        assertThat(walk.record().condition()).isEqualTo(Condition.RESTORED);
        assertThat(walk.record().restoredAt()).isNotNull();
        assertThat(walk.record().stage()).isEqualTo(Stage.REFLECT);
        assertThat(walk.announcement()).contains("Figgy is restored.");
        assertThat(walk.thread())
                .anyMatch(said -> said.contains("Pages load again")
                        && said.contains("Noor Haddad sets the post-incident meeting."));
    }

    @Test
    void asksForAMeetingWhereNobodyTakesNotes() {
        walk.fixing()
                .complete("applyFix", "eli", Map.of("whatWasDone", "Restarted the workers"))
                .complete("verifyFix", "lena", Map.of("fixed", "yes", "observed", "Pages load again"))
                .say();

        assertThat(walk.thread())
                .anyMatch(said -> said.contains("Nobody takes notes yet: can somebody set the post-incident meeting?"));
    }

    @Test
    void asksWhatWasDoneAndWhatWasSeen() {
        walk.fixing();
        assertThatThrownBy(() -> walk.complete("applyFix", "eli", Map.of()))
                .hasMessageContaining("whatWasDone: Say what was changed");
        walk.complete("applyFix", "eli", Map.of("whatWasDone", "Restarted"));

        assertThatThrownBy(() -> walk.complete("verifyFix", "lena", Map.of("observed", "")))
                .hasMessageContaining("fixed: Say one of yes, no.")
                .hasMessageContaining("observed: Say what you saw");
        assertThat(walk.record().condition()).isEqualTo(Condition.DOWN);
    }
}
