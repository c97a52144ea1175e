package dev.ensemble.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.ensemble.incident.Entered;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.Refused.Fault;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What somebody entered, read field by field. A fault does not stop the reading, so that all of them are told at once:
 * read everything, then {@link #check()}, then write.
 */
public final class Form {

    private final AsEntered entered;
    private final String person;
    private final String assignee;
    private final List<Fault> faults = new ArrayList<>();

    Form(Map<String, Object> entered, String person, String assignee) {
        this.entered = new AsEntered(entered);
        this.person = person;
        this.assignee = assignee;
    }

    /** The user id of whoever entered it. */
    public String person() {
        return person;
    }

    /** The user id of whoever the task was given to; who entered it where nobody was. */
    public String assignee() {
        return assignee == null ? person : assignee;
    }

    /** Text of at most so many characters, without the blanks around it; empty where nothing was entered. */
    public String text(String field, int longest) {
        var text = Entered.text(entered.text(field));
        if (text.length() > longest) {
            refuse(field, "Keep it to %d characters (it has %d).".formatted(longest, text.length()));
        }
        return text;
    }

    /** Text that has to be there; {@code ask} says what would do. */
    public String required(String field, int longest, String ask) {
        var text = text(field, longest);
        if (text.isEmpty()) {
            refuse(field, ask);
        }
        return text;
    }

    /** One of the options. */
    public String choice(String field, List<String> options) {
        var text = entered.text(field).strip();
        if (!options.contains(text)) {
            refuse(field, "Say one of " + String.join(", ", options) + ".");
            return options.get(0);
        }
        return text;
    }

    public boolean isTicked(String field) {
        return entered.text(field).equalsIgnoreCase("true");
    }

    /** A day, spelled 2026-12-01. */
    public LocalDate date(String field) {
        return date(field, entered.text(field));
    }

    /** A time of day, spelled 14:30. */
    public LocalTime time(String field) {
        try {
            return LocalTime.parse(entered.text(field).strip());
        } catch (DateTimeParseException e) {
            refuse(field, "Give a time of day like 14:30.");
            return LocalTime.NOON;
        }
    }

    /** Rows of text: a Json list, or one row a line. Empty rows are left out. */
    public List<String> lines(String field, int longest) {
        var lines = entered.rows(field)
                .map(row -> Entered.text(row.asText()))
                .filter(row -> !row.isEmpty())
                .toList();
        if (lines.stream().anyMatch(line -> line.length() > longest)) {
            refuse(field, "Keep each to %d characters.".formatted(longest));
        }
        return lines;
    }

    /**
     * Rows of several fields of which one would do: a Json list of objects or texts, or one text a line. Rows without that
     * field are left out.
     *
     * @param field its name
     * @param main the name of the field that a text alone is
     */
    public List<Row> rows(String field, String main) {
        var node = entered.json(field);
        if (node != null && node.isObject()) {
            refuse(field, "Send a Json list, or one a line.");
            return List.of();
        }
        var rows = new ArrayList<Row>();
        entered.rows(field)
                .map(row -> row.isObject()
                        ? row
                        : JsonNodeFactory.instance.objectNode().put(main, row.asText()))
                .filter(row -> !Entered.text(row.path(main).asText("")).isEmpty())
                .forEach(row -> rows.add(new Row(field + "[" + rows.size() + "].", row)));
        return rows;
    }

    /** Rows of several fields: a Json list of objects. */
    public List<Row> rows(String field) {
        var node = entered.json(field);
        if (node == null && !entered.text(field).isBlank()) {
            refuse(field, "Send a Json list of objects.");
            return List.of();
        }
        if (node == null || node.isNull() || node.isMissingNode()) {
            return List.of();
        }
        if (!node.isArray() || AsEntered.elements(node).anyMatch(row -> !row.isObject())) {
            refuse(field, "Send a Json list of objects.");
            return List.of();
        }
        var rows = new ArrayList<Row>();
        AsEntered.elements(node).forEach(row -> rows.add(new Row(field + "[" + rows.size() + "].", row)));
        return rows;
    }

    /** Notes a fault of one field; the message says what would do. */
    public void refuse(String field, String message) {
        faults.add(new Fault(field, message));
    }

    /** @throws Refused when a field read so far cannot be taken */
    public void check() {
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
    }

    private LocalDate date(String field, String text) {
        try {
            return LocalDate.parse(text.strip());
        } catch (DateTimeParseException e) {
            refuse(field, "Give a day like 2026-12-01.");
            return LocalDate.MAX;
        }
    }

    /** One row of a repeated group; its faults name the row. */
    public final class Row {

        private final String prefix;
        private final JsonNode row;

        private Row(String prefix, JsonNode row) {
            this.prefix = prefix;
            this.row = row;
        }

        public String name(String field) {
            return prefix + field;
        }

        public String text(String field, int longest) {
            var text = Entered.text(row.path(field).asText(""));
            if (text.length() > longest) {
                refuse(prefix + field, "Keep it to %d characters.".formatted(longest));
            }
            return text;
        }

        public String required(String field, int longest, String ask) {
            var text = text(field, longest);
            if (text.isEmpty()) {
                refuse(prefix + field, ask);
            }
            return text;
        }

        public boolean isTicked(String field) {
            return row.path(field).asText("").equalsIgnoreCase("true");
        }

        /** Whole numbers, a Json list; none where nothing was entered. */
        public List<Long> numbers(String field) {
            var list = row.path(field);
            if (list.isMissingNode() || list.isNull()) {
                return List.of();
            }
            if (!list.isArray() || AsEntered.elements(list).anyMatch(number -> !number.canConvertToExactIntegral())) {
                refuse(prefix + field, "Send a Json list of whole numbers.");
                return List.of();
            }
            return AsEntered.elements(list).map(JsonNode::asLong).toList();
        }

        public LocalDate date(String field) {
            return Form.this.date(prefix + field, row.path(field).asText(""));
        }
    }
}
