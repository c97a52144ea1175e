package dev.ensemble.api;

import dev.ensemble.figures.Distribution;
import dev.ensemble.figures.Figures;
import dev.ensemble.figures.IncidentTimes;
import dev.ensemble.figures.Learning;
import dev.ensemble.figures.Share;
import dev.ensemble.figures.Span;
import dev.ensemble.figures.Window;
import dev.ensemble.incident.Catalogue;
import dev.ensemble.incident.Entered;
import dev.ensemble.incident.Service;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** How we respond and learn, in numbers; and the times they are made of, as CSV. */
@RestController
@RequestMapping("/api/v1/metrics/learning")
class FiguresApi {

    private static final String CSV = "text/csv";
    private static final Duration A_YEAR = Duration.ofDays(365);

    private final Figures figures;
    private final Catalogue catalogue;
    private final Days days;
    private final Clock clock;

    FiguresApi(Figures figures, Catalogue catalogue, Days days, Clock clock) {
        this.figures = figures;
        this.catalogue = catalogue;
        this.days = days;
        this.clock = clock;
    }

    /**
     * How we respond and learn, over the incidents of a window; as CSV the times of each.
     *
     * @param from its first day; a year before its end when left out
     * @param to its last day; today when left out
     * @param service its name or an alias; all when left out
     */
    @GetMapping
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        schema = @Schema(implementation = LearningFigures.class)),
                @Content(mediaType = CSV)
            })
    LearningFigures figures(
            @Parameter(schema = @Schema(type = "string", format = "date")) @RequestParam(required = false) String from,
            @Parameter(schema = @Schema(type = "string", format = "date")) @RequestParam(required = false) String to,
            @RequestParam(required = false) String service) {
        var window = window(from, to, service);
        return LearningFigures.of(window, figures.learning(window));
    }

    @GetMapping(produces = CSV)
    @Operation(hidden = true)
    void times(
            @Parameter(schema = @Schema(type = "string", format = "date")) @RequestParam(required = false) String from,
            @Parameter(schema = @Schema(type = "string", format = "date")) @RequestParam(required = false) String to,
            @RequestParam(required = false) String service,
            HttpServletResponse response)
            throws IOException {
        var window = window(from, to, service);
        response.setContentType(CSV);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"incidents.csv\"");
        var out = response.getWriter();
        out.write(Csv.line(
                "incident",
                "service",
                "reported_as",
                "stage",
                "reported_at",
                "announced_at",
                "moderator_at",
                "restored_at",
                "meeting_held_at",
                "last_follow_up_ended_at",
                "follow_ups",
                "verified",
                "declined",
                "let_go",
                "late"));
        figures.times(window, times -> out.write(line(times)));
        out.flush();
    }

    private static String line(IncidentTimes times) {
        return Csv.line(
                times.incident(),
                times.service(),
                times.reportedAs(),
                times.stage(),
                times.reportedAt(),
                times.announcedAt(),
                times.moderatedAt(),
                times.restoredAt(),
                times.metAt(),
                times.followedUpAt(),
                times.followUps(),
                times.verified(),
                times.declined(),
                times.letGo(),
                times.late());
    }

    /** A year, where nobody says since when. */
    private Window window(String from, String to, String service) {
        var name = Entered.text(service);
        var begin = days.from("from", from);
        var end = days.to("to", to);
        return new Window(
                begin == null ? (end == null ? clock.instant() : end).minus(A_YEAR) : begin,
                end,
                name.isEmpty() ? null : catalogue.named(name).map(Service::name).orElse(name));
    }

    /** Of incidents reported in a window; spans in seconds, shares from 0 to 1. docs/figures.md says what each means. */
    record LearningFigures(
            Instant from,
            Instant to,
            String service,
            long incidents,
            Distribution reportToAnnounced,
            Distribution reportToModerator,
            Distribution reportToRestored,
            Distribution reportToMeeting,
            Distribution reportToLastFollowUp,
            Distribution offerToAnswer,
            Map<String, Long> handOvers,
            Share repeatRate,
            Share meetingHeld,
            Share followUpsVerified,
            Share followUpsDeclined,
            Share followUpsLetGo,
            Share followUpsLate) {

        static LearningFigures of(Window window, Learning learning) {
            return new LearningFigures(
                    window.from(),
                    window.to(),
                    window.service(),
                    learning.incidents(),
                    learning.spans().get(Span.ANNOUNCED),
                    learning.spans().get(Span.MODERATOR),
                    learning.spans().get(Span.RESTORED),
                    learning.spans().get(Span.MEETING),
                    learning.spans().get(Span.LAST_FOLLOW_UP),
                    learning.offerToAnswer(),
                    learning.handOvers(),
                    learning.repeatRate(),
                    learning.meetingHeld(),
                    learning.followUpsVerified(),
                    learning.followUpsDeclined(),
                    learning.followUpsLetGo(),
                    learning.followUpsLate());
        }
    }
}
