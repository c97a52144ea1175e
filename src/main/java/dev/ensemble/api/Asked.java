package dev.ensemble.api;

import dev.ensemble.incident.Entered;
import dev.ensemble.incident.Refused;
import java.util.Optional;

/** What a caller asks a list for, read from the address. Nothing asked is {@code null}. */
final class Asked {

    private static final int MOST = 200;

    private Asked() {}

    static String text(String text) {
        return Optional.of(Entered.text(text))
                .filter(entered -> !entered.isEmpty())
                .orElse(null);
    }

    static Boolean yesOrNo(String name, String text) {
        var asked = text(text);
        if (asked == null) {
            return null;
        }
        return switch (asked) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new Refused(name, "Say true or false, or leave it out for all.");
        };
    }

    /** How many at most on one page. */
    static int limit(String text) {
        try {
            var limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // refused below
        }
        throw new Refused("limit", "Give a number from 1 to %d.".formatted(MOST));
    }
}
