package dev.ensemble.operate;

import java.util.List;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks at every door in good time, so that one that is shut shows before an incident needs it. */
@Component
class Rounds {

    private final List<Door> doors;

    Rounds(List<Door> doors) {
        this.doors = doors;
    }

    @Scheduled(
            initialDelayString = "${ensemble.operate.looks-first-after}",
            fixedDelayString = "${ensemble.operate.looks-every}")
    void look() {
        doors.forEach(Door::look);
    }
}
