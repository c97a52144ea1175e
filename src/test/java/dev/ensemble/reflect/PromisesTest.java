package dev.ensemble.reflect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.FollowUp.Kind;
import dev.ensemble.incident.FollowUps;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a meeting can say about a follow-up beyond who does what by when. */
@EnsembleTest
class PromisesTest {

    @Autowired
    Walk walk;

    @Autowired
    FollowUps followUps;

    @BeforeEach
    void meet() {
        walk.meeting().complete("holdMeeting", "maya", Map.of("causes", "One", "lessons", ""));
    }

    @Test
    void changesHowWeRespondAtATaskOfADiagram() {
        assertThat(walk.shown("agreeOnFollowUps").get("tasks").toString()).contains("Fix: Verify fix");

        agree(Map.of(
                "kind", "change-how-we-respond",
                "task", "verifyFix",
                "ticket", "https://tickets.example.org/42?a=b&c=d",
                "learningFriendly", true));

        assertThat(promise().kind()).isEqualTo(Kind.CHANGE_HOW_WE_RESPOND);
        assertThat(promise().task()).isEqualTo("verifyFix");
        assertThat(promise().ticket()).isEqualTo("https://tickets.example.org/42?a=b&c=d");
        assertThat(promise().learningFriendly()).isTrue();
        assertThat(walk.shown("acceptFollowUp").get("followUpText").toString())
                .contains(
                        "To change how we respond (Fix: Verify fix).",
                        "Fit for somebody new to it.",
                        "Ticket: <https://tickets.example.org/42?a=b&c=d>");
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = "CHANGE_HOW_WE_RESPOND", mode = Mode.EXCLUDE)
    void isOfAKind(Kind kind) {
        agree(Map.of("kind", kind.toString()));

        assertThat(promise().kind()).isEqualTo(kind);
    }

    @Test
    void needNotBeOfAnyKind() {
        agree(Map.of("kind", "", "task", "", "ticket", ""));

        assertThat(promise().kind()).isNull();
        assertThat(promise().task()).isNull();
        assertThat(promise().ticket()).isNull();
        assertThat(promise().learningFriendly()).isFalse();
    }

    @Test
    void isRefusedWhereNobodyCouldFindWhatItMeans() {
        assertThatThrownBy(() -> agree(Map.of("kind", "fix")))
                .hasMessageContaining("followUps[0].kind: Say one of prevent, detect, mitigate, learn");
        assertThatThrownBy(() -> agree(Map.of("kind", "change-how-we-respond")))
                .hasMessageContaining("followUps[0].task: Give the id of the task in a diagram that it changes");
        assertThatThrownBy(() -> agree(Map.of("kind", "change-how-we-respond", "task", "ringTheBell")))
                .hasMessageContaining("such as announceIncident, ");
        assertThatThrownBy(() -> agree(Map.of("kind", "prevent", "task", "verifyFix")))
                .hasMessageContaining("followUps[0].task: Only with the kind change-how-we-respond.");
        assertThat(followUps.of(walk.id())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TICKET-42",
                "ftp://tickets.example.org/42",
                "javascript:alert(1)",
                "https://",
                "https:///42",
                "https://maya:secret@tickets.example.org/",
                "https://tickets.example.org/<42>"
            })
    void isNotLinkedToWhatNoBrowserOpens(String ticket) {
        assertThatThrownBy(() -> agree(Map.of("ticket", ticket)))
                .hasMessageContaining("followUps[0].ticket: Give an address like");
    }

    private void agree(Map<String, Object> more) {
        var row = new HashMap<String, Object>(Walk.followUp("eli"));
        row.putAll(more);
        walk.complete("agreeOnFollowUps", "maya", Map.of("followUps", List.of(row)));
    }

    private FollowUp promise() {
        return followUps.of(walk.id()).get(0);
    }
}
