package dev.ensemble.api;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Lines as RFC 4180 has it. What a spreadsheet would take for a formula is marked as text. */
final class Csv {

    private static final String BEGINS_A_FORMULA = "=+-@\t\r\n＝＋－＠";

    private Csv() {}

    /** @param values {@code null} for an empty cell */
    static String line(Object... values) {
        return Arrays.stream(values).map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    /** @param rows of texts; {@code null} for an empty cell */
    static String of(List<List<String>> rows) {
        return rows.stream().map(row -> line(row.toArray())).collect(Collectors.joining());
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
