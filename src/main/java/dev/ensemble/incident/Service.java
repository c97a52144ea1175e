package dev.ensemble.incident;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A service that can fail, as the catalogue lists it.
 *
 * @param tier 1 for what must not fail, 3 for what can wait; {@code null} where nobody said
 * @param owner user id, or {@code null}
 * @param aliases other names that people use for it
 * @param stakeholders audiences of the communication plan that are reached elsewhere than it says
 * @param look where to look when something is wrong with it
 */
public record Service(
        String name,
        String description,
        Integer tier,
        String owner,
        List<String> aliases,
        List<Stakeholder> stakeholders,
        List<Look> look) {

    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>]+");

    public Service {
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
        stakeholders = stakeholders == null ? List.of() : List.copyOf(stakeholders);
        look = look == null ? List.of() : List.copyOf(look);
    }

    /** Where an audience of this service is reached; empty where the communication plan says so. */
    public Optional<String> addressOf(String audience) {
        return stakeholders.stream()
                .filter(stakeholder -> stakeholder.audience().equals(audience))
                .map(Stakeholder::address)
                .findFirst();
    }

    boolean isCalled(String text) {
        return name.equalsIgnoreCase(text) || aliases.stream().anyMatch(alias -> alias.equalsIgnoreCase(text));
    }

    /**
     * An audience with an address of its own.
     *
     * @param address of a mail list, a channel, or a page
     */
    public record Stakeholder(String audience, String address) {}

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
