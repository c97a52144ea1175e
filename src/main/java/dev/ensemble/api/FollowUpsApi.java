package dev.ensemble.api;

import static io.swagger.v3.oas.annotations.media.Schema.RequiredMode.REQUIRED;

import dev.ensemble.api.FollowUpLists.Page;
import dev.ensemble.api.FollowUpLists.Query;
import dev.ensemble.contract.Seen;
import dev.ensemble.incident.Entered;
import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.UnknownFollowUp;
import dev.ensemble.incident.UnknownIncident;
import dev.ensemble.process.FollowUpProcess;
import dev.ensemble.process.Sight;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What was promised over all incidents, and what people do about it beside its tasks. */
@RestController
class FollowUpsApi {

    private static final String ALL = "/api/v1/follow-ups";
    private static final String ONE = ALL + "/{id}";
    private static final String CSV = "text/csv";

    private final FollowUpProcess process;
    private final FollowUps followUps;
    private final Sight sight;
    private final FollowUpLists lists;
    private final Seen seen;

    FollowUpsApi(FollowUpProcess process, FollowUps followUps, Sight sight, FollowUpLists lists, Seen seen) {
        this.process = process;
        this.followUps = followUps;
        this.sight = sight;
        this.lists = lists;
        this.seen = seen;
    }

    /**
     * Lists follow-ups over all incidents, but drills and restricted ones, the first due first; as CSV all that fit.
     *
     * @param cursor the {@code next} of the page before
     * @param limit how many at most
     */
    @GetMapping(value = ALL, produces = MediaType.APPLICATION_JSON_VALUE)
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = MediaType.APPLICATION_JSON_VALUE, schema = @Schema(implementation = Page.class)),
                @Content(mediaType = CSV)
            })
    Page list(
            Query query,
            @RequestParam(required = false) String cursor,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "200", defaultValue = "50"))
                    @RequestParam(defaultValue = "50")
                    String limit) {
        return lists.page(query, cursor, Asked.limit(limit));
    }

    /** All that fit, as a table. */
    @GetMapping(value = ALL, produces = CSV)
    @Operation(hidden = true)
    ResponseEntity<byte[]> table(Query query) {
        var rows = lists.all(query).stream().map(ListedFollowUp::row);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("follow-ups.csv")
                                .build()
                                .toString())
                .body(Csv.of(Stream.concat(Stream.of(ListedFollowUp.COLUMNS), rows)
                                .toList())
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** The same for those who cannot say what they accept, such as a browser. */
    @GetMapping(value = ALL + ".csv", produces = CSV)
    ResponseEntity<byte[]> file(Query query) {
        return table(query);
    }

    /** Shows one with its history. */
    @GetMapping(ONE)
    ResponseEntity<WholeFollowUp> show(@PathVariable String id) {
        return seen.shown(lists.whole(known(id)));
    }

    /**
     * Changes ticket, day, or whether it suits somebody new. What is left out stays as it is.
     *
     * @param expected the {@code ETag} of what the caller saw; the follow-up as it is when left out
     */
    @PatchMapping(ONE)
    ResponseEntity<WholeFollowUp> change(
            @PathVariable String id,
            @RequestBody Change change,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String expected) {
        var due = change.due() == null ? null : day(change.due());
        return changed(
                id,
                new FollowUpProcess.Change(change.ticket(), change.learningFriendly(), due, change.reason()),
                expected);
    }

    /**
     * Moves its day.
     *
     * @param expected the {@code ETag} of what the caller saw; the follow-up as it is when left out
     */
    @PostMapping(ONE + "/due")
    ResponseEntity<WholeFollowUp> move(
            @PathVariable String id,
            @RequestBody Move move,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String expected) {
        return changed(id, new FollowUpProcess.Change(null, null, day(move.due()), move.reason()), expected);
    }

    private ResponseEntity<WholeFollowUp> changed(String id, FollowUpProcess.Change change, String expected) {
        var followUp = known(id).id();
        process.changed(followUp, change, () -> seen.check(expected, lists.whole(followUps.get(followUp))));
        return show(id);
    }

    /** It was verified, and yet the service failed the same way again. */
    @PostMapping(ONE + "/did-not-hold")
    ResponseEntity<WholeFollowUp> didNotHold(@PathVariable String id, @RequestBody Again again) {
        process.didNotHold(known(id).id(), incident(again.incident()));
        return show(id);
    }

    /** One that whoever asks may see. */
    private FollowUp known(String id) {
        try {
            var followUp = followUps.get(Long.parseLong(id));
            sight.look(followUp.incident()).orElseThrow(() -> new UnknownFollowUp(id));
            return followUp;
        } catch (NumberFormatException e) {
            throw new UnknownFollowUp(id);
        }
    }

    private IncidentId incident(String number) {
        try {
            return sight.get(Entered.text(number)).id();
        } catch (UnknownIncident e) {
            throw new Refused("incident", "There is no such incident. Give a number like INC-42.");
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(Entered.text(text));
        } catch (DateTimeParseException e) {
            throw new Refused("due", "Give a day like 2026-12-01.");
        }
    }

    /**
     * @param ticket empty for none
     * @param reason why it is due on another day
     */
    record Change(String ticket, Boolean learningFriendly, String due, String reason) {}

    record Move(
            @Schema(requiredMode = REQUIRED) String due,
            @Schema(requiredMode = REQUIRED) String reason) {}

    /** @param incident the number of the one in which the service failed the same way again */
    record Again(@Schema(requiredMode = REQUIRED) String incident) {}
}
