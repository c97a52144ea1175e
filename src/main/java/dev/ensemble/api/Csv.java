package dev.ensemble.api;

import java.util.Arrays;
import java.util.stream.Collectors;

/** One line as RFC 4180 has it. What a spreadsheet would take for a formula is marked as text. */
final class Csv {

    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

    private Csv() {}

    /** @param values {@code null} for an empty cell */
    static String line(Object... values) {
        return Arrays.stream(values).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        var text = value.toString();
        if (value instanceof String && !text.isEmpty() && BEGINS_A_FORMULA.indexOf(text.charAt(0)) >= 0) {
            text = "'" + text;
        }
        return text.matches("(?s).*[\",\r\n;\t].*") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
