package dev.ensemble.report;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stands in for what nobody thought of outside the package that answers it. */
@Hidden
@RestController
class BrokenReport {

    @GetMapping("/api/v1/report-broken")
    String fail() {
        throw new IllegalStateException("Nobody thought of this");
    }
}
