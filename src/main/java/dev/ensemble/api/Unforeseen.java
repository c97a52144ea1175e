package dev.ensemble.api;

import dev.ensemble.Ensemble;
import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * What nobody thought of: the log has the reason, the caller has words, in whichever of our packages it was. Everything that has
 * an answer of its own comes first.
 */
@RestControllerAdvice(basePackageClasses = Ensemble.class)
@Order(Ordered.LOWEST_PRECEDENCE)
class Unforeseen {

    private static final String SECONDS_UNTIL_AGAIN = "5";

    private static final Logger LOG = LoggerFactory.getLogger(Unforeseen.class);

    /** Whoever asks then waited for seconds in vain; nothing has been done, or it has been undone. */
    @ExceptionHandler({CannotCreateTransactionException.class, CannotGetJdbcConnectionException.class})
    ResponseEntity<ProblemDetail> noConnection(Exception reason, HttpServletRequest request) {
        LOG.warn("{} {}: {}", request.getMethod(), request.getRequestURI(), reason.getMessage());
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The database is away, or has too much to do. Nothing was done. Send it again soon.");
        problem.setTitle("Not at the moment");
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_AGAIN)
                .body(problem);
    }

    @ExceptionHandler
    ProblemDetail unforeseen(Exception reason, HttpServletRequest request) {
        LOG.error("{} {} could not be answered.", request.getMethod(), request.getRequestURI(), reason);
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "Your request may be fine. Look whether it was done before you send it again; if this stays, ask whoever"
                        + " runs Ensemble to look into its log.");
        problem.setTitle("Something went wrong on our side");
        return problem;
    }
}
