package dev.ensemble.incident;

import java.util.List;

/**
 * A service that can fail, as the catalogue lists it.
 *
 * @param tier 1 for what must not fail, 3 for what can wait; {@code null} where nobody said
 * @param owner user id, or {@code null}
 * @param aliases other names that people use for it
 */
public record Service(String name, String description, Integer tier, String owner, List<String> aliases) {

    public Service {
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
    }

    boolean isCalled(String text) {
        return name.equalsIgnoreCase(text) || aliases.stream().anyMatch(alias -> alias.equalsIgnoreCase(text));
    }
}
