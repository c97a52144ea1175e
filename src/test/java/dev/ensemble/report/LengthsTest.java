package dev.ensemble.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long something lasted, as people say it. */
class LengthsTest {

    @ParameterizedTest
    @CsvSource({
        "PT59S, less than a minute",
        "PT1M, 1 min",
        "PT2H, 2 h",
        "PT2H14M59S, 2 h 14 min",
        "PT24H, 1 day",
        "PT27H45M, 1 day 3 h",
        "PT480H30M, 20 days"
    })
    void saysALengthInTheUnitsThatCount(Duration length, String words) {
        assertThat(Lengths.words(length)).isEqualTo(words);
    }
}
