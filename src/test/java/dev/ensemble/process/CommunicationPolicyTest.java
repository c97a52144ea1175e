package dev.ensemble.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.incident.OutsideUpdates;
import dev.ensemble.incident.Way;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.util.ReflectionTestUtils;

/** Who outside is told when is in a table: each of these changes a copy of it, and no Java, and runs an incident. */
@EnsembleTest
class CommunicationPolicyTest {

    private static final String PLAN = "communication-plan.dmn";

    @Autowired
    Walk walk;

    @Autowired
    OutsideUpdates updates;

    @Autowired
    Changed changed;

    @Autowired
    CommunicationPlan plan;

    @AfterEach
    void takeTheChangeBack() {
        changed.takeBack();
    }

    @Test
    void tellsAnotherAudience() {
        change(PLAN, plan -> Changed.with(Changed.with(plan, "audiences", """
                        <rule id="Rule_donors">
                          <inputEntry id="Rule_donors_in1"><text>-</text></inputEntry>
                          <inputEntry id="Rule_donors_in2"><text>-</text></inputEntry>
                          <inputEntry id="Rule_donors_in3"><text>-</text></inputEntry>
                          <outputEntry id="Rule_donors_out1"><text>"donors"</text></outputEntry>
                        </rule>"""), "reachedBy", """
                        <rule id="Rule_reachDonors">
                          <inputEntry id="Rule_reachDonors_in1"><text>"donors"</text></inputEntry>
                          <outputEntry id="Rule_reachDonors_out1"><text>"mail"</text></outputEntry>
                          <outputEntry id="Rule_reachDonors_out2"><text>"donors@lists.example.org"</text></outputEntry>
                        </rule>"""));

        walk.responding().tell("donors", "maya", Map.of("update", "Down, sorry"));

        assertThat(updates.last(walk.id(), "donors").orElseThrow().audience()).satisfies(told -> {
            assertThat(told.way()).isEqualTo(Way.MAIL);
            assertThat(told.address()).isEqualTo("donors@lists.example.org");
        });
        assertThat(walk.open("tellOutside")).hasSize(4);
    }

    @Test
    void tellsAtAnotherPace() {
        change(PLAN, plan -> plan.replaceFirst("\"PT20M\"", "\"PT45M\""));

        walk.responding().tell("campus", "maya", Map.of("update", "Down, sorry"));

        assertThat(updates.last(walk.id(), "campus").orElseThrow().nextAt())
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(43)),
                        Instant.now().plus(Duration.ofMinutes(45)));
    }

    @Test
    void tellsNobodyInACondition() {
        change(PLAN, plan -> plan.replace("\"down\",\"degraded\"</text>", "\"down\"</text>"));

        walk.reported("Figgy", "degraded", "Slow pages");

        assertThat(walk.openTasks()).doesNotContain("tellOutside");
    }

    @Test
    void holdsUpNoResponseWhenTheSettingsLoseAnAddress() {
        walk.fixing()
                .tell("website-visitors", "maya", Map.of("update", "Down"))
                .complete("updateStatusPage", "maya", Map.of())
                .complete("applyFix", "eli", Map.of("whatWasDone", "Restarted"));
        var settings = ReflectionTestUtils.getField(plan, "settings");
        try {
            ReflectionTestUtils.setField(plan, "settings", new OutsideProperties(""));
            walk.complete("verifyFix", "lena", Map.of("fixed", "yes", "observed", "Well"));
        } finally {
            ReflectionTestUtils.setField(plan, "settings", settings);
        }

        assertThat(walk.record().isRestored()).isTrue();
        assertThat(walk.openTasks()).doesNotContain("tellOutside");
    }

    @Test
    void leavesOutWhoCannotBeReached() {
        change(PLAN, plan -> plan.replace("\"#public-services\"", "\"\""));

        walk.reported();

        assertThat(walk.open("tellOutside")).hasSize(3);
    }

    private void change(String file, UnaryOperator<String> change) {
        changed.copy().change(file, change).deploy();
    }
}
