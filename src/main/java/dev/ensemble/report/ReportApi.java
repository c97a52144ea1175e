package dev.ensemble.report;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import dev.ensemble.contract.Seen;
import dev.ensemble.incident.Conflict;
import dev.ensemble.incident.Incident;
import dev.ensemble.incident.PublishableVersions;
import dev.ensemble.incident.PublishableVersions.PublishableVersion;
import dev.ensemble.incident.Refused;
import dev.ensemble.process.Sight;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.security.Principal;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads the learning report in every format: machines under {@code /api}, people who are logged in without it. */
@RestController
class ReportApi {

    private static final String OF_MACHINES = "/api/v1/incidents/{id}/report";
    private static final String PUBLISHABLE = OF_MACHINES + "/publishable";
    private static final String OF_PEOPLE = "/incidents/{id}/report";

    private final Sight sight;
    private final PublishableVersions versions;
    private final Reports reports;
    private final Spoken spoken;
    private final AsHtml html;
    private final AsMarkdown markdown;
    private final AsPdf pdf;
    private final Seen seen;

    ReportApi(
            Sight sight,
            PublishableVersions versions,
            Reports reports,
            Spoken spoken,
            AsHtml html,
            AsMarkdown markdown,
            AsPdf pdf,
            Seen seen) {
        this.sight = sight;
        this.versions = versions;
        this.reports = reports;
        this.spoken = spoken;
        this.html = html;
        this.markdown = markdown;
        this.pdf = pdf;
        this.seen = seen;
    }

    /**
     * Reads the learning report, as {@code Accept} says.
     *
     * @param version {@code publishable} for what everybody may read of a restricted one
     * @param format stands in for {@code Accept} where that cannot be set
     */
    @GetMapping({OF_MACHINES, OF_PEOPLE})
    @ApiResponse(
            responseCode = "409",
            description = "It is not restricted, so that the report itself can be published.")
    @ApiResponse(
            responseCode = "200",
            description = "The report.",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(anyOf = {LearningReport.class, Publishable.class})),
                @Content(mediaType = "text/markdown"),
                @Content(mediaType = MediaType.TEXT_HTML_VALUE),
                @Content(mediaType = MediaType.APPLICATION_PDF_VALUE)
            })
    ResponseEntity<?> read(
            @PathVariable String id,
            @Parameter(schema = @Schema(type = "string", allowableValues = "publishable"))
                    @RequestParam(required = false)
                    String version,
            @Parameter(
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {"json", "html", "markdown", "pdf"}))
                    @RequestParam(required = false)
                    String format,
            @RequestHeader(name = HttpHeaders.ACCEPT, defaultValue = "*/*") List<String> accepted)
            throws HttpMediaTypeNotAcceptableException {
        var incident = known(id);
        var wanted = Format.wanted(format, accepted);
        if (version == null) {
            return answer(wanted, id + "-report", body(wanted, reports.of(incident)));
        }
        if (!version.equals("publishable")) {
            throw new Refused("version", "Say publishable, or leave it out for the report itself.");
        }
        checkRestricted(incident);
        return answer(wanted, id + "-publishable", body(wanted, newest(incident)));
    }

    /** Reads what everybody may read of a restricted incident, as it is written there. */
    @GetMapping(PUBLISHABLE)
    @ApiResponse(responseCode = "200", useReturnTypeSchema = true)
    @ApiResponse(
            responseCode = "409",
            description = "It is not restricted, so that the report itself can be published.")
    ResponseEntity<Publishable> show(@PathVariable String id) {
        var incident = known(id);
        checkRestricted(incident);
        return seen.shown(newest(incident));
    }

    /**
     * Writes what everybody may read of a restricted incident; what was written before is kept.
     *
     * @param expected the {@code ETag} of the version that the caller saw; after whichever there is when left out
     */
    @PutMapping(PUBLISHABLE)
    ResponseEntity<Publishable> write(
            @PathVariable String id,
            @RequestBody Written written,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String expected,
            Principal who) {
        var incident = known(id);
        checkRestricted(incident);
        var newest = versions.write(
                incident.id(),
                who.getName(),
                written.text(),
                before -> seen.check(
                        expected,
                        before.map(version -> publishable(incident, version)).orElse(null)));
        return seen.shown(publishable(incident, newest));
    }

    private static void checkRestricted(Incident incident) {
        if (!incident.restricted()) {
            throw new Conflict("%s is not restricted: the report itself can be published.".formatted(incident.id()));
        }
    }

    @ExceptionHandler
    ProblemDetail notWrittenYet(NotWrittenYet reason) {
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, reason.getMessage());
        problem.setTitle("Not written yet");
        return problem;
    }

    /** What is accepted cannot be served, so it says so in the one form that problems have. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> notAcceptable(HttpMediaTypeNotAcceptableException reason) {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.NOT_ACCEPTABLE,
                reason.getSupportedMediaTypes().stream()
                        .map(type -> type.getType() + "/" + type.getSubtype())
                        .collect(Collectors.joining(", ", "Accept one of ", ".")));
        problem.setTitle("It cannot be read as this");
        return ResponseEntity.status(HttpStatus.NOT_ACCEPTABLE)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private Incident known(String id) {
        return sight.get(id);
    }

    private Publishable newest(Incident incident) {
        return versions.of(incident.id()).stream()
                .findFirst()
                .map(version -> publishable(incident, version))
                .orElseThrow(() -> new NotWrittenYet(incident.id()));
    }

    private Publishable publishable(Incident incident, PublishableVersion version) {
        return new Publishable(
                incident.id().toString(), version.text(), spoken.person(version.person()), spoken.at(version.at()));
    }

    private Object body(Format wanted, LearningReport report) {
        return switch (wanted) {
            case JSON -> report;
            case HTML -> html.of(report);
            case MARKDOWN -> markdown.of(report);
            case PDF -> pdf.of(report);
        };
    }

    private Object body(Format wanted, Publishable version) {
        return switch (wanted) {
            case JSON -> version;
            case HTML -> html.of(version);
            case MARKDOWN -> version.text() + "\n";
            case PDF -> pdf.of(version);
        };
    }

    private ResponseEntity<?> answer(Format format, String name, Object body) {
        return ResponseEntity.ok()
                .contentType(format.type())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(format.file(name))
                                .build()
                                .toString())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
                .header("Content-Security-Policy", html.policy())
                .body(body);
    }

    /** @param text Markdown */
    record Written(@Schema(requiredMode = REQUIRED) String text) {}
}
