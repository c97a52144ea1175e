package dev.ensemble.api;

import dev.ensemble.alerts.Alert;
import dev.ensemble.alerts.Alert.Status;
import dev.ensemble.alerts.AlertReaders;
import dev.ensemble.alerts.AlertSource;
import dev.ensemble.alerts.Intake;
import dev.ensemble.alerts.TooDeep;
import dev.ensemble.alerts.TooLong;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Monitoring systems send alerts. What they are answered tells them what to do: all is well once the alerts are safe, come
 * again when they are not, and give up only on what can never be taken.
 */
@RestController
class AlertsApi {

    private static final Logger LOG = LoggerFactory.getLogger(AlertsApi.class);
    private static final String SECONDS_UNTIL_AGAIN = "5";

    private final AlertReaders readers;
    private final Intake intake;

    AlertsApi(AlertReaders readers, Intake intake) {
        this.readers = readers;
        this.intake = intake;
    }

    /**
     * Takes alerts, in the shape of whoever sends them: docs/alerts.md.
     *
     * @param request its body is read no further than it has to be, whatever it says that it is
     */
    @PostMapping("/api/v1/alerts/{kind}")
    @RequestBody(content = @Content(schema = @Schema(type = "object")))
    @ApiResponse(
            responseCode = "202",
            description = "They are safe.",
            content = @Content(schema = @Schema(implementation = Kept.class)))
    @ApiResponse(responseCode = "413", description = "Too long; nothing of it was kept.")
    @ApiResponse(responseCode = "503", description = "Nothing of it was kept: send it again soon.")
    ResponseEntity<?> take(
            @PathVariable String kind, @AuthenticationPrincipal AlertSource source, HttpServletRequest request)
            throws IOException {
        if (!readers.kinds().contains(kind)) {
            return refused(
                    HttpStatus.NOT_FOUND,
                    "No such kind of alerts",
                    "Send them to one of /api/v1/alerts/%s.".formatted(readers.kinds()));
        }
        if (!source.kind().equals(kind)) {
            return refused(
                    HttpStatus.FORBIDDEN,
                    "The token of another",
                    "This token is for /api/v1/alerts/%s.".formatted(source.kind()));
        }
        if (isEncoded(request)) {
            return refused(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE, "It is encoded", "Send it as it is, without Content-Encoding.");
        }
        if (request.getContentLengthLong() > AlertReaders.LONGEST) {
            throw new TooLong();
        }
        return kept(source, readers.read(source, request.getInputStream()));
    }

    private ResponseEntity<?> kept(AlertSource source, List<Alert> alerts) {
        try {
            intake.take(source, alerts);
        } catch (RuntimeException e) {
            LOG.error(
                    "Alerts of {} ({}) could not be kept; they were asked to come again.",
                    source.name(),
                    source.kind(),
                    e);
            return answer(
                    ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                            .header(HttpHeaders.RETRY_AFTER, SECONDS_UNTIL_AGAIN),
                    problem(HttpStatus.SERVICE_UNAVAILABLE, "Not kept", "Nothing of it was kept. Send it again soon."));
        }
        var unreadable = alerts.stream()
                .filter(alert -> alert.status() == Status.UNREADABLE)
                .count();
        return ResponseEntity.accepted()
                .contentType(MediaType.APPLICATION_JSON)
                .body(new Kept(alerts.size(), unreadable));
    }

    @ExceptionHandler
    ResponseEntity<?> tooLong(TooLong reason) {
        return refused(HttpStatus.PAYLOAD_TOO_LARGE, "Too long", reason.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<?> tooDeep(TooDeep reason) {
        return refused(HttpStatus.BAD_REQUEST, "Too deep", reason.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<?> brokenOff(IOException reason) {
        return refused(HttpStatus.BAD_REQUEST, "Broken off", "Not all of the body came.");
    }

    private static boolean isEncoded(HttpServletRequest request) {
        var encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
        return encoding != null && !encoding.equalsIgnoreCase("identity");
    }

    private static ResponseEntity<?> refused(HttpStatus status, String title, String detail) {
        return answer(ResponseEntity.status(status), problem(status, title, detail));
    }

    private static ProblemDetail problem(HttpStatus status, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return problem;
    }

    /** Whatever the sender says that it accepts: an answer that it cannot read must not hide that its alerts are safe. */
    private static ResponseEntity<?> answer(ResponseEntity.BodyBuilder answer, ProblemDetail problem) {
        return answer.contentType(MediaType.APPLICATION_PROBLEM_JSON).body(problem);
    }

    /**
     * They are safe.
     *
     * @param alerts how many, unreadable ones among them
     * @param unreadable how many of them were kept as they came, for somebody to look at
     */
    record Kept(int alerts, long unreadable) {}
}
