package dev.ensemble.api;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Rows as RFC 4180 has them. What a spreadsheet would take for a formula is marked as text. */
final class Csv {

    private static final String LINE_END = "\r\n";
    private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\\t\\r].*");
    private static final Pattern TO_BE_QUOTED = Pattern.compile("(?s).*[\",\r\n].*");

    private Csv() {}

    /** @param rows of texts; {@code null} for nothing */
    static String of(List<List<String>> rows) {
        return rows.stream()
                .map(row -> row.stream().map(Csv::cell).collect(Collectors.joining(",", "", LINE_END)))
                .collect(Collectors.joining());
    }

    private static String cell(String text) {
        if (text == null) {
            return "";
        }
        var safe = FORMULA.matcher(text).matches() ? "'" + text : text;
        return TO_BE_QUOTED.matcher(safe).matches() ? "\"" + safe.replace("\"", "\"\"") + "\"" : safe;
    }
}
