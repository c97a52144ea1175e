package dev.ensemble.incident;

/**
 * People outside who are told. Which there are is said by the communication plan, so a team can have its own.
 *
 * @param key such as {@code library-staff}
 * @param address of the mail list, the channel, or the page; empty where nobody knows it
 */
public record Audience(String key, Way way, String address) {

    /** As people say it: {@code library staff}. */
    public static String label(String key) {
        return key.replace('-', ' ');
    }

    public boolean isReached() {
        return !address.isEmpty();
    }

    public String label() {
        return label(key);
    }
}
