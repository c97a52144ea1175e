package dev.ensemble.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that spreadsheets read as they were written. */
class CsvTest {

    @Test
    void quotesWhatWouldEndACell() {
        assertThat(Csv.of(List.of(Arrays.asList("a", "b,c", "say \"no\"", "two\nlines", null, ""), List.of("Ünï"))))
                .isEqualTo("a,\"b,c\",\"say \"\"no\"\"\",\"two\nlines\",,\r\nÜnï\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)"})
    void letsNoSpreadsheetReckon(String formula) {
        assertThat(Csv.of(List.of(List.of(formula)))).isEqualTo("'" + formula + "\r\n");
    }

    @Test
    void doesBothAtOnce() {
        assertThat(Csv.of(List.of(List.of("\tx")))).isEqualTo("\"'\tx\"\r\n");
        assertThat(Csv.of(List.of(List.of("=HYPERLINK(\"https://x\",\"y\")"))))
                .isEqualTo("\"'=HYPERLINK(\"\"https://x\"\",\"\"y\"\")\"\r\n");
    }
}
