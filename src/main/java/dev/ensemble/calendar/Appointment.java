package dev.ensemble.calendar;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * Something that people come to at a time.
 *
 * @param uid the same for as long as it is the same appointment
 * @param sequence grows with each change
 * @param changedAt when it was changed last
 * @param place where to join, {@code null} where nobody set one
 * @param calledOff whether it does not take place
 * @param guests who is asked to come
 */
public record Appointment(
        String uid,
        int sequence,
        Instant changedAt,
        Instant begin,
        Instant end,
        String title,
        String text,
        URI place,
        boolean calledOff,
        List<Guest> guests) {

    /** @param mail an address that can be written to */
    public record Guest(String name, String mail) {}
}
