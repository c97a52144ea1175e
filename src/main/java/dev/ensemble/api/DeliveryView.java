package dev.ensemble.api;

import dev.ensemble.events.Delivery;
import java.time.Instant;

/**
 * One event on its way to one other system.
 *
 * @param event the id that the receiver knows it by
 * @param incident absent where it is about none
 * @param outcome of the last try, or why there is none; absent before
 */
record DeliveryView(
        long id,
        String event,
        String type,
        String incident,
        String state,
        Instant happenedAt,
        int tries,
        Instant triedAt,
        Instant settledAt,
        String outcome) {

    static DeliveryView of(Delivery delivery) {
        return new DeliveryView(
                delivery.id(),
                delivery.mark().toString(),
                delivery.kind(),
                delivery.incident() == null ? null : delivery.incident().toString(),
                delivery.state().toString(),
                delivery.happenedAt(),
                delivery.tries(),
                delivery.triedAt(),
                delivery.settledAt(),
                delivery.outcome());
    }
}
