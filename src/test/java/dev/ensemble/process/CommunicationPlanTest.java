package dev.ensemble.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables of the communication plan, row by row. */
class CommunicationPlanTest {

    private static final DmnEngine TABLES =
            DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    private static final Map<String, DmnDecision> DECISIONS = decisions();

    @ParameterizedTest
    @CsvSource({
        "down, 1, public-services-desks library-staff campus website-visitors",
        "degraded, 1, public-services-desks library-staff website-visitors",
        "down, 2, public-services-desks library-staff website-visitors",
        "degraded, 2, public-services-desks library-staff website-visitors",
        "down, 3, public-services-desks",
        "degraded, 3, public-services-desks"
    })
    void saysWhoIsTold(String condition, int tier, String audiences) {
        assertThat(decide("audiences", Map.of("condition", condition, "tier", tier, "restricted", false))
                        .collectEntries("audience"))
                .isEqualTo(List.<Object>of(audiences.split(" ")));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void tellsNobodyOfWhatIsInsecureOrRestricted(int tier) {
        for (var condition : List.of("down", "degraded", "insecure")) {
            assertThat(decide("audiences", Map.of("condition", condition, "tier", tier, "restricted", true)))
                    .isEmpty();
        }
        assertThat(decide("audiences", Map.of("condition", "insecure", "tier", tier, "restricted", false)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "public-services-desks, channel, #public-services",
        "library-staff, mail, library-staff@lists.example.org",
        "campus, mail, campus-it-news@lists.example.org",
        "website-visitors, status-page, ''"
    })
    void saysThroughWhat(String audience, String through, String to) {
        var reached = decide("reachedBy", Map.of("audience", audience)).getSingleResult();

        assertThat(reached.<String>getEntry("through")).isEqualTo(through);
        assertThat(reached.<String>getEntry("to")).isEqualTo(to);
    }

    @ParameterizedTest
    @CsvSource({
        "first, down, 1, campus, false, 0, PT5M, PT0S",
        "first, degraded, 2, library-staff, true, 0, PT5M, PT0S",
        "first, down, 3, public-services-desks, true, 0, PT15M, PT0S",
        "first, down, 3, public-services-desks, false, 0, PT1H, PT0S",
        "update, down, 1, campus, true, 119, PT20M, PT5M",
        "update, degraded, 1, campus, false, 0, PT20M, PT5M",
        "update, down, 1, campus, true, 120, PT1H, PT10M",
        "update, down, 2, library-staff, true, 119, PT20M, PT5M",
        "update, down, 2, library-staff, true, 120, PT1H, PT10M",
        "update, down, 2, library-staff, false, 0, PT2H, PT15M",
        "update, down, 3, public-services-desks, true, 0, PT1H, PT10M",
        "update, degraded, 3, public-services-desks, false, 500, PT4H, PT15M",
        "change, degraded, 1, campus, false, 50, PT10M, PT0S",
        "restored, restored, 1, campus, true, 50, PT15M, PT0S",
        "why, restored, 1, library-staff, true, 9000, P1D, PT0S",
        "why, restored, 3, public-services-desks, false, 9000, P1D, PT0S",
        "why, restored, 1, campus, true, 9000, P3D, PT0S",
        "why, restored, 2, website-visitors, true, 9000, P3D, PT0S",
        "nothing, down, 2, library-staff, true, 9, PT15M, PT0S"
    })
    void saysByWhenAWordIsOwed(
            String word,
            String condition,
            int tier,
            String audience,
            boolean workingHours,
            long minutes,
            String within,
            String askBefore) {
        var asked = new HashMap<String, Object>(Map.of(
                "word", word,
                "condition", condition,
                "tier", tier,
                "audience", audience,
                "workingHours", workingHours,
                "minutes", minutes));

        var owed = decide("updatesOwed", asked).getSingleResult();

        assertThat(owed.<String>getEntry("within")).isEqualTo(within);
        assertThat(owed.<String>getEntry("askBefore")).isEqualTo(askBefore);
    }

    private static DmnDecisionResult decide(String decision, Map<String, Object> about) {
        return TABLES.evaluateDecision(DECISIONS.get(decision), about);
    }

    private static Map<String, DmnDecision> decisions() {
        try (var in = Files.newInputStream(Path.of("bpmn", "communication-plan.dmn"))) {
            return TABLES.parseDecisions(in).stream().collect(Collectors.toMap(DmnDecision::getKey, found -> found));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
