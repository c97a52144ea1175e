package dev.ensemble.report;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.People;
import dev.ensemble.incident.WorkingHours;
import dev.ensemble.report.LearningReport.Person;
import java.time.Instant;
import java.time.ZonedDateTime;
import org.springframework.stereotype.Component;

/** Moments and people as the team speaks of them. */
@Component
class Spoken {

    private final People people;
    private final WorkingHours hours;

    Spoken(People people, WorkingHours hours) {
        this.people = people;
        this.hours = hours;
    }

    /** The moment as the clocks on the team's walls showed it; {@code null} for none. */
    ZonedDateTime at(Instant moment) {
        return moment == null ? null : moment.atZone(hours.zone());
    }

    /** @param id user id, {@code null} for nobody */
    Person person(String id) {
        return id == null ? null : new Person(id, people.name(id));
    }

    /** Where something was written down, {@code null} where that was here, in the report's own incident. */
    String elsewhere(IncidentId from, IncidentId here) {
        return from == null || from.equals(here) ? null : from.toString();
    }
}
