package dev.ensemble.incident;

import java.time.Instant;
import java.util.Locale;

/**
 * Something that somebody is to be reminded of, when it suits.
 *
 * @param person user id, {@code null} for whoever follows the incident
 * @param words the name of its words under {@code bpmn/messages}
 * @param about what it is about within the incident, such as a follow-up's id
 * @param addressedAs as the response plan names whom: {@code owner}, a role, {@code group:…}
 */
public record Reminder(
        long id,
        String person,
        IncidentId incident,
        String words,
        String about,
        String addressedAs,
        Instant dueAt,
        State state) {

    /** Waiting for its time, gathered into a message, put to be said, or not needed after all. */
    public enum State {
        WAITING,
        GATHERED,
        SAID,
        NOT_NEEDED;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public boolean isFor(String someone) {
        return person != null && person.equals(someone);
    }

    /** What it is about, whoever is reminded of it. */
    public Thing thing() {
        return new Thing(incident, words, about);
    }

    /** One thing that several people can be reminded of. */
    public record Thing(IncidentId incident, String words, String about) {}
}
