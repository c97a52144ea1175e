package dev.ensemble.api;

import dev.ensemble.incident.Messages;
import dev.ensemble.incident.OutsideUpdate;
import java.time.Instant;

/**
 * What people outside were told.
 *
 * @param audience its key in the communication plan
 * @param person user id of who wrote it
 * @param next when they hear more at the latest, absent where nothing was promised
 * @param through {@code mail}, {@code channel} or {@code status-page}
 * @param state what became of the message that carries it, such as {@code due}, {@code said} or {@code handed-over}
 */
record UpdateView(
        String audience,
        String word,
        String condition,
        String text,
        boolean noChange,
        String person,
        Instant at,
        Instant next,
        String through,
        String to,
        String state) {

    static UpdateView of(OutsideUpdate update, Messages messages) {
        return new UpdateView(
                update.audience().key(),
                update.word().toString(),
                update.condition().toString(),
                update.text(),
                update.noChange(),
                update.person(),
                update.at(),
                update.nextAt(),
                update.audience().way().toString(),
                update.audience().address(),
                messages.get(update.message()).state().toString());
    }
}
