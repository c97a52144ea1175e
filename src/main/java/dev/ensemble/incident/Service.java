package dev.ensemble.incident;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A service that can fail, as the catalogue lists it.
 *
 * @param tier 1 for what must not fail, 3 for what can wait; {@code null} where nobody said
 * @param owner user id, or {@code null}
 * @param aliases other names that people use for it
 * @param look where to look when something is wrong with it
 */
public record Service(
        String name, String description, Integer tier, String owner, List<String> aliases, List<Look> look) {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>]+");

    public Service {
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
        look = look == null ? List.of() : List.copyOf(look);
    }

    boolean isCalled(String text) {
        return name.equalsIgnoreCase(text) || aliases.stream().anyMatch(alias -> alias.equalsIgnoreCase(text));
    }

    /** A dashboard, a runbook, a log: what it is called, and its address. */
    public record Look(String label, String url) {

        boolean isComplete() {
            return label != null
                    && !label.isBlank()
                    && url != null
                    && ADDRESS.matcher(url).matches();
        }
    }
}
