package dev.ensemble.api;

import dev.ensemble.calendar.Appointment;
import dev.ensemble.calendar.Appointments;
import dev.ensemble.calendar.ICalendar;
import dev.ensemble.incident.CalendarAddresses;
import dev.ensemble.incident.Incident;
import dev.ensemble.incident.IncidentProperties;
import dev.ensemble.incident.Meeting;
import dev.ensemble.incident.Meetings;
import dev.ensemble.incident.People;
import dev.ensemble.process.Sight;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Post-incident meetings for people's own calendars, at an address that is a secret of theirs. */
@RestController
@RequestMapping("/api/v1")
class CalendarApi {

    static final String FEED = "/api/v1/calendar.ics";

    private static final Duration BACK = Duration.ofDays(30);
    private static final Duration AHEAD = Duration.ofDays(120);
    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final CalendarAddresses addresses;
    private final Meetings meetings;
    private final Sight sight;
    private final Appointments appointments;
    private final People people;
    private final IncidentProperties house;
    private final Clock clock;

    CalendarApi(
            CalendarAddresses addresses,
            Meetings meetings,
            Sight sight,
            Appointments appointments,
            People people,
            IncidentProperties house,
            Clock clock) {
        this.addresses = addresses;
        this.meetings = meetings;
        this.sight = sight;
        this.appointments = appointments;
        this.people = people;
        this.house = house;
        this.clock = clock;
    }

    /** Makes the caller's address, and shows it this once; a former one stops working. */
    @PostMapping("/calendar/address")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Map<String, String>> make(Principal who) {
        var url = house.address() + FEED + "?token=" + addresses.make(who.getName());
        return ResponseEntity.created(URI.create(url)).body(Map.of("url", url));
    }

    /** Takes the caller's address back: nobody can read from it any more. */
    @DeleteMapping("/calendar/address")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeBack(Principal who) {
        addresses.takeBack(who.getName());
    }

    /**
     * The meetings of the last month and the next four.
     *
     * @param token of the address that its owner was shown
     */
    @GetMapping("/calendar.ics")
    @ApiResponse(
            responseCode = "200",
            description = "A calendar (RFC 5545).",
            content = @Content(mediaType = "text/calendar"))
    @ApiResponse(responseCode = "404", description = "There is no calendar at this address.")
    ResponseEntity<?> feed(@RequestParam(defaultValue = "") String token) {
        var person = addresses.person(token).filter(people::know);
        if (person.isEmpty()) {
            return ResponseEntity.status(HttpStatus.NOT_FOUND)
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(noCalendar());
        }
        var now = clock.instant();
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noStore())
                .body(ICalendar.feed(
                        "Post-incident meetings",
                        appointments(meetings.between(now.minus(BACK), now.plus(AHEAD)), person.get())));
    }

    private static ProblemDetail noCalendar() {
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.NOT_FOUND,
                "There is no calendar at this address. Make a new one: POST /api/v1/calendar/address.");
        problem.setTitle("No such calendar");
        return problem;
    }

    private List<Appointment> appointments(List<Meeting> found, String person) {
        return found.stream()
                .filter(meeting -> !meeting.inWriting())
                .flatMap(meeting -> sight.look(meeting.incident(), person).stream()
                        .map(incident -> appointments.of(meeting, about(incident), List.of())))
                .toList();
    }

    private String about(Incident incident) {
        return "%s was %s: %s\n%s/api/v1/incidents/%s"
                .formatted(
                        incident.service(), incident.reportedAs(), incident.summary(), house.address(), incident.id());
    }
}
