package dev.ensemble.api;

import dev.ensemble.alerts.QuietWindow;
import dev.ensemble.alerts.QuietWindows;
import dev.ensemble.alerts.WeeklyTime;
import dev.ensemble.contract.Seen;
import dev.ensemble.incident.Catalogue;
import dev.ensemble.incident.Entered;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.Refused.Fault;
import dev.ensemble.incident.Service;
import java.net.URI;
import java.security.Principal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Planned maintenance, every week or once: alerts in it are counted and kept, and open nothing. */
@RestController
@RequestMapping(QuietWindowsApi.ALL)
class QuietWindowsApi {

    static final String ALL = "/api/v1/quiet-windows";
    private static final int LONGEST_REASON = 500;

    private final QuietWindows windows;
    private final Catalogue catalogue;
    private final Clock clock;
    private final Seen seen;

    QuietWindowsApi(QuietWindows windows, Catalogue catalogue, Clock clock, Seen seen) {
        this.windows = windows;
        this.catalogue = catalogue;
        this.clock = clock;
        this.seen = seen;
    }

    /** Lists planned maintenance. */
    @GetMapping
    List<QuietWindowView> list() {
        return windows.all().stream().map(QuietWindowView::of).toList();
    }

    /** Shows one window. */
    @GetMapping("/{id}")
    ResponseEntity<QuietWindowView> show(@PathVariable String id) {
        return seen.shown(QuietWindowView.of(known(id)));
    }

    /** Plans a window, every week or once. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<QuietWindowView> make(@RequestBody QuietWindowWish asking, Principal who) {
        var id = windows.add(window(asking, who.getName()));
        return ResponseEntity.created(URI.create(ALL + "/" + id)).body(QuietWindowView.of(known(String.valueOf(id))));
    }

    /**
     * Plans it otherwise.
     *
     * @param expected the {@code ETag} of what the caller saw; the window as it is when left out
     */
    @PutMapping("/{id}")
    ResponseEntity<QuietWindowView> change(
            @PathVariable String id,
            @RequestBody QuietWindowWish asking,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String expected,
            Principal who) {
        var changed = windows.change(known(id).id(), window(asking, who.getName()), now -> check(expected, now))
                .orElseThrow(() -> new UnknownQuietWindow(id));
        return seen.shown(QuietWindowView.of(changed));
    }

    /**
     * Takes it away.
     *
     * @param expected the {@code ETag} of what the caller saw; the window as it is when left out
     */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @PathVariable String id, @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) String expected) {
        windows.remove(known(id).id(), now -> check(expected, now)).orElseThrow(() -> new UnknownQuietWindow(id));
    }

    private void check(String expected, QuietWindow now) {
        seen.check(expected, QuietWindowView.of(now));
    }

    private QuietWindow known(String id) {
        try {
            return windows.get(Long.parseLong(id)).orElseThrow(() -> new UnknownQuietWindow(id));
        } catch (NumberFormatException e) {
            throw new UnknownQuietWindow(id);
        }
    }

    private QuietWindow window(QuietWindowWish asking, String person) {
        var faults = new ArrayList<Fault>();
        var service = service(asking.service(), faults);
        var weekly = weekly(asking.weekly(), faults);
        var from = moment("from", asking.from(), faults);
        var until = moment("until", asking.until(), faults);
        var reason = Entered.text(asking.reason());
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            faults.add(new Fault("reason", "Say why, in at most %d characters.".formatted(LONGEST_REASON)));
        }
        if (faults.isEmpty() && (weekly == null) == (from == null && until == null)) {
            faults.add(new Fault("weekly", "Give either weekly, or from and until."));
        }
        if (faults.isEmpty() && weekly == null && (from == null || until == null || !from.isBefore(until))) {
            faults.add(new Fault("until", "Give from and until, which is later."));
        }
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
        return new QuietWindow(null, service, weekly, from, until, reason, person, clock.instant());
    }

    private String service(String text, List<Fault> faults) {
        var name = Asked.text(text);
        if (name == null) {
            return null;
        }
        return catalogue.named(name).map(Service::name).orElseGet(() -> {
            faults.add(new Fault("service", "The catalogue does not list it; leave it out for all services."));
            return null;
        });
    }

    private static WeeklyTime weekly(String text, List<Fault> faults) {
        var weekly = Asked.text(text);
        if (weekly == null) {
            return null;
        }
        return WeeklyTime.of(weekly).orElseGet(() -> {
            faults.add(new Fault("weekly", "Say it like SUN 02:00-04:00, in the team's time zone."));
            return null;
        });
    }

    private static Instant moment(String name, String text, List<Fault> faults) {
        var moment = Asked.text(text);
        try {
            return moment == null
                    ? null
                    : OffsetDateTime.parse(moment).toInstant().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeParseException e) {
            faults.add(new Fault(name, "Give a time with its offset, like 2026-12-01T02:00:00-05:00."));
            return null;
        }
    }

    /**
     * @param service its name or an alias; all when absent
     * @param weekly such as {@code SUN 02:00-04:00}; absent where it is there once
     * @param from absent where it is there every week
     */
    record QuietWindowWish(String service, String weekly, String from, String until, String reason) {}

    /** @param service absent for all */
    record QuietWindowView(
            long id,
            String service,
            String weekly,
            Instant from,
            Instant until,
            String reason,
            String person,
            Instant madeAt) {

        static QuietWindowView of(QuietWindow window) {
            return new QuietWindowView(
                    window.id(),
                    window.service(),
                    window.weekly() == null ? null : window.weekly().toString(),
                    window.from(),
                    window.until(),
                    window.reason(),
                    window.person(),
                    window.madeAt());
        }
    }
}
