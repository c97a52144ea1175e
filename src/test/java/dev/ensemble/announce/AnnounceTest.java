package dev.ensemble.announce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.Walked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

@EnsembleTest
class AnnounceTest {

    @RegisterExtension
    static final Walked EVERY_BOX = Walked.all("announce");

    @Autowired
    Walk walk;

    @Test
    void saysItInTheHandbooksWords() {
        walk.reported().say();

        assertThat(walk.announcement())
                .startsWith("<!here> We have the following incident: Figgy is down.")
                .contains("Our goal in response is to learn about the causes, fix the issue, reflect on these, and take"
                        + " steps toward never having to respond to this particular issue again.")
                .contains("Everyone is encouraged to come")
                .contains("moderator", "note taker", "IT manager", "interpreter");
        assertThat(walk.thread()).hasSize(1).first().asString().contains("learning frame of mind");
    }

    @Test
    void leavesOutLinksThatNobodyConfigured() {
        walk.reported().say();

        assertThat(walk.announcement()).doesNotContain("Notes document", "<|");
    }

    @Test
    void isEditedInPlaceAsRolesAndStageMove() {
        walk.reported().say().take("moderator", "maya").say();

        assertThat(walk.announcement()).contains("Maya Osei").contains("Respond");
        assertThat(walk.thread()).anyMatch(said -> said.contains("Maya Osei"));
    }

    @Test
    void letsNoReporterPingLinkOrFormat() {
        walk.reported("Figgy", "degraded", "<!channel> <@U1> <https://evil.example|here> *now* & then")
                .say();

        assertThat(walk.announcement())
                .contains("&lt;!channel&gt;", "&amp; then")
                .doesNotContain("<!channel>", "<@U1>", "<https://evil", "*now*");
    }
}
