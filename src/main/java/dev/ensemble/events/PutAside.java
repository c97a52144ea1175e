package dev.ensemble.events;

import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import org.springframework.stereotype.Component;

/** It could not be delivered: people see it among the webhook's dead ones, and in Cockpit. */
@Component
class PutAside implements Step {

    private final Deliveries deliveries;

    PutAside(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public void run(Token token) {
        deliveries.dead(token.delivery(), token.why());
    }
}
