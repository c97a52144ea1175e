package dev.ensemble.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.Walked;
import dev.ensemble.incident.Stage;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

@EnsembleTest
class StaffTest {

    @RegisterExtension
    static final Walked EVERY_BOX = Walked.all("staff");

    @Autowired
    Walk walk;

    @Test
    void goesOnAsSoonAsSomebodyModerates() {
        walk.reported();
        assertThat(walk.openTasks()).doesNotContain("investigate");
        assertThat(walk.record().stage()).isEqualTo(Stage.STAFF);

        walk.take("moderator", "maya");

        assertThat(walk.openTasks()).contains("investigate").doesNotContain("goOnWithoutModerator");
        assertThat(walk.record().stage()).isEqualTo(Stage.RESPOND);
    }

    @Test
    void goesOnWithoutModeratorWhenSomebodySaysWhy() {
        walk.reported()
                .complete("goOnWithoutModerator", "eli", Map.of("goOnReason", "Everybody else is asleep"))
                .say();

        assertThat(walk.openTasks()).contains("investigate", "takeRole");
        assertThat(walk.thread()).anyMatch(said -> said.contains("Eli Brandt") && said.contains("asleep"));
    }

    @Test
    void doesNotGoOnWithoutAReason() {
        walk.reported();

        assertThatThrownBy(() -> walk.complete("goOnWithoutModerator", "eli", Map.of("goOnReason", " ")))
                .hasMessageContaining("goOnReason: Say why");
        assertThat(walk.openTasks()).contains("goOnWithoutModerator").doesNotContain("investigate");
    }

    @Test
    void waitsForNoOtherRole() {
        walk.reported().take("note-taker", "noor");

        assertThat(walk.openTasks()).contains("goOnWithoutModerator").doesNotContain("investigate");
    }
}
