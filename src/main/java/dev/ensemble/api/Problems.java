package dev.ensemble.api;

import dev.ensemble.incident.Conflict;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.UnknownIncident;
import dev.ensemble.process.NotAllowed;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What went wrong, as RFC 9457 has it: {@code application/problem+json}, with {@code errors} naming each field. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {

    @ExceptionHandler
    ProblemDetail refused(Refused refused) {
        var problem = problem(HttpStatus.BAD_REQUEST, "This cannot be taken as it is", refused.getMessage());
        problem.setProperty("errors", refused.faults());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException unreadable) {
        return problem(HttpStatus.BAD_REQUEST, "The body cannot be read", "Send a JSON object.");
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownIncident unknown) {
        return problem(HttpStatus.NOT_FOUND, "No such incident", unknown.getMessage());
    }

    @ExceptionHandler
    ProblemDetail conflict(Conflict conflict) {
        return problem(HttpStatus.CONFLICT, "Not as things stand", conflict.getMessage());
    }

    @ExceptionHandler
    ProblemDetail notAllowed(NotAllowed notAllowed) {
        return problem(HttpStatus.FORBIDDEN, "Not yours to do", notAllowed.getMessage());
    }

    private static ProblemDetail problem(HttpStatus status, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return problem;
    }
}
