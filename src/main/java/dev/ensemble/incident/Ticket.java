package dev.ensemble.incident;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The address of a ticket elsewhere. */
public final class Ticket {

    /** In characters. */
    public static final int LONGEST = 1000;

    private static final Set<String> OPENED_BY_BROWSERS = Set.of("http", "https");

    private Ticket() {}

    /** What would do instead; empty where the address does. */
    public static Optional<String> fault(String address) {
        if (address.length() > LONGEST) {
            return Optional.of("Keep it to %d characters.".formatted(LONGEST));
        }
        return isPage(address) ? Optional.empty() : Optional.of("Give an address like https://tickets.example.org/42.");
    }

    private static boolean isPage(String address) {
        try {
            var uri = new URI(address);
            return uri.getScheme() != null
                    && OPENED_BY_BROWSERS.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
