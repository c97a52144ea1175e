package dev.ensemble.api;

import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Stands in for what nobody thought of. */
@Hidden
@RestController
class Broken {

    @GetMapping("/api/v1/broken")
    String fail() {
        throw new IllegalStateException("Nobody thought of this");
    }

    @GetMapping("/api/v1/busy")
    String takeTooLong() {
        throw new CannotCreateTransactionException("Nobody thought of this");
    }
}
