package dev.ensemble.alerts;

import dev.ensemble.alerts.Alert.Status;
import dev.ensemble.incident.Entered;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** An alert made fit to be kept and shown: both databases take it, and its link leads nowhere but where it says. */
final class Readable {

    static final int LONGEST_NAME = 200;
    static final int LONGEST_SUMMARY = 500;
    private static final int LONGEST_SEVERITY = 100;
    private static final int LONGEST_KEY = 255;
    private static final int LONGEST_RAW = 1_000_000;
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>|\"]{1,1990}");

    private Readable() {}

    static Alert of(Alert alert) {
        var name = alert.status() == Status.UNREADABLE ? "unreadable alert" : cut(alert.name(), LONGEST_NAME);
        return new Alert(
                key(alert),
                alert.status(),
                name.isEmpty() ? "alert" : name,
                cut(alert.summary(), LONGEST_SUMMARY),
                cut(alert.severity(), LONGEST_SEVERITY),
                labels(alert.labels()),
                alert.startedAt(),
                alert.link() != null && LINK.matcher(alert.link()).matches() ? alert.link() : null,
                cut(alert.raw(), LONGEST_RAW));
    }

    /** One without a key, or with one that is too long, is told from others by all that it says. */
    private static String key(Alert alert) {
        var key = Entered.text(alert.key());
        return !key.isEmpty() && key.length() <= LONGEST_KEY
                ? key
                : UUID.nameUUIDFromBytes(
                                (key.isEmpty() ? String.valueOf(alert.raw()) : key).getBytes(StandardCharsets.UTF_8))
                        .toString();
    }

    private static Map<String, String> labels(Map<String, String> labels) {
        var readable = new LinkedHashMap<String, String>();
        if (labels != null) {
            labels.forEach((name, value) -> readable.put(Entered.text(name), Entered.text(value)));
        }
        return readable;
    }

    private static String cut(String text, int longest) {
        var readable = Entered.text(text);
        return readable.length() <= longest ? readable : Entered.text(readable.substring(0, longest - 1)) + "…";
    }
}
