package dev.ensemble.reflect;

import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Meeting;
import dev.ensemble.incident.Meetings;
import dev.ensemble.incident.WorkingHours;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Times at which a meeting could be: in working hours, in time by the plan, while no other incident's meeting is held. */
@Component
class Proposals {

    private static final Duration STEP = Duration.ofMinutes(30);

    private final Meetings meetings;
    private final Incidents incidents;
    private final WorkingHours hours;
    private final MeetingProperties settings;
    private final Clock clock;

    Proposals(Meetings meetings, Incidents incidents, WorkingHours hours, MeetingProperties settings, Clock clock) {
        this.meetings = meetings;
        this.incidents = incidents;
        this.hours = hours;
        this.settings = settings;
        this.clock = clock;
    }

    /** Two a day: the earliest before noon and the earliest after it. Nobody is asked to come with less than their notice. */
    List<Instant> within(int workingDays, int minutes) {
        var now = clock.instant();
        var last = hours.daysAfter(now, workingDays);
        // Where another is kept to few, not even its time is told.
        var others = meetings.between(now, hours.endOn(last)).stream()
                .filter(other -> !incidents.get(other.incident()).restricted())
                .toList();
        var proposals = new ArrayList<Instant>();
        for (var day = hours.today(now); !day.isAfter(last); day = day.plusDays(1)) {
            if (hours.isWorkingDay(day)) {
                proposals.addAll(on(day, now, minutes, others));
            }
        }
        return proposals;
    }

    private List<Instant> on(LocalDate day, Instant now, int minutes, List<Meeting> others) {
        var length = Duration.ofMinutes(minutes);
        var latest = hours.endOn(day).minus(length);
        var free = Stream.iterate(hours.beginOn(day), begin -> !begin.isAfter(latest), begin -> begin.plus(STEP))
                .filter(begin -> begin.isAfter(now.plus(settings.notice())))
                .filter(begin -> others.stream().noneMatch(other -> overlap(begin, begin.plus(length), other)))
                .toList();
        var noon = day.atTime(12, 0).atZone(hours.zone()).toInstant();
        var before = free.stream().filter(begin -> begin.isBefore(noon)).findFirst();
        var after = free.stream().filter(begin -> begin.isAfter(noon)).findFirst();
        return Stream.of(before, after).flatMap(Optional::stream).toList();
    }

    private static boolean overlap(Instant begin, Instant end, Meeting other) {
        return !other.inWriting() && begin.isBefore(other.end()) && other.at().isBefore(end);
    }
}
