package dev.ensemble.api;

import com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.ensemble.contract.Seen;
import dev.ensemble.incident.Conflict;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.Unknown;
import dev.ensemble.process.NotAllowed;
import java.util.List;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.web.firewall.RequestRejectedException;
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
        if (unreadable.getCause() instanceof MismatchedInputException wrong
                && !wrong.getPath().isEmpty()) {
            var fault = new Refused.Fault(field(wrong.getPath()), whatWouldDo(wrong.getTargetType()));
            var problem = problem(HttpStatus.BAD_REQUEST, "The body cannot be read", fault.toString());
            problem.setProperty("errors", List.of(fault));
            return problem;
        }
        return problem(HttpStatus.BAD_REQUEST, "The body cannot be read", "Send a JSON object.");
    }

    private static String field(List<Reference> path) {
        var field = new StringBuilder();
        path.forEach(step -> field.append(
                step.getFieldName() == null
                        ? "[%d]".formatted(step.getIndex())
                        : (field.isEmpty() ? "" : ".") + step.getFieldName()));
        return field.toString();
    }

    private static String whatWouldDo(Class<?> type) {
        return type == Boolean.class || type == boolean.class ? "Say true or false." : "Give text.";
    }

    /** The names of parameters and headers are looked at only when they are read. */
    @ExceptionHandler
    ProblemDetail rejected(RequestRejectedException rejected) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "This cannot be taken as it is",
                "Leave out parameters and headers whose names are not text.");
    }

    @ExceptionHandler
    ProblemDetail unknown(Unknown unknown) {
        return problem(HttpStatus.NOT_FOUND, "No such " + unknown.kind(), unknown.getMessage());
    }

    @ExceptionHandler
    ProblemDetail conflict(Conflict conflict) {
        return problem(HttpStatus.CONFLICT, "Not as things stand", conflict.getMessage());
    }

    @ExceptionHandler
    ProblemDetail changedMeanwhile(Seen.ChangedMeanwhile changed) {
        return problem(HttpStatus.PRECONDITION_FAILED, "Changed meanwhile", changed.getMessage());
    }

    @ExceptionHandler
    ProblemDetail keyOfAnother(Once.KeyOfAnother reused) {
        return problem(HttpStatus.UNPROCESSABLE_ENTITY, "This key stands for something else", reused.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> stillRunning(Once.StillRunning running) {
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .header(HttpHeaders.RETRY_AFTER, "1")
                .body(problem(HttpStatus.CONFLICT, "Still at it", running.getMessage()));
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
