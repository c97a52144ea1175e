package dev.ensemble.incident;

import dev.ensemble.incident.FollowUp.Kind;
import java.time.LocalDate;

/**
 * A follow-up as the meeting agrees on it.
 *
 * @param owner user id
 * @param due the day by whose end it is meant to be done
 * @param doneWhen what a second person will look for
 * @param kind {@code null} where nobody said
 * @param task the id of the task in a diagram that it changes, {@code null} where it changes none
 * @param ticket the address of a ticket elsewhere, {@code null} where there is none
 */
public record Agreed(
        String action,
        String owner,
        LocalDate due,
        String doneWhen,
        Kind kind,
        String task,
        String ticket,
        boolean learningFriendly) {}
