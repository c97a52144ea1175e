package dev.ensemble.incident;

import java.util.ArrayList;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears what a repeat sets off. */
@Component
class Seen {

    private final List<RecurrenceConfirmed> confirmed = new ArrayList<>();

    @EventListener
    void hear(RecurrenceConfirmed event) {
        confirmed.add(event);
    }

    List<RecurrenceConfirmed> confirmed() {
        return confirmed;
    }

    void clear() {
        confirmed.clear();
    }
}
