package dev.ensemble.api;

import dev.ensemble.process.RunningIncidents;
import dev.ensemble.process.RunningIncidents.Move;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** For those who look after the process. */
@RestController
class ProcessApi {

    private final RunningIncidents running;

    ProcessApi(RunningIncidents running) {
        this.running = running;
    }

    /** Puts the newest version of the diagrams under what runs; only tries it unless told otherwise. */
    @PostMapping("/api/v1/process/migration")
    Report migrate(@RequestBody Order order) {
        var tryOnly = !Boolean.FALSE.equals(order.dryRun());
        return new Report(tryOnly, running.toNewestVersion(tryOnly));
    }

    /** @param dryRun {@code false} to do it; anything else to see what would happen */
    record Order(Boolean dryRun) {}

    record Report(boolean dryRun, List<Move> incidents) {}
}
