package dev.ensemble.remind;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Reminder;
import dev.ensemble.incident.Reminder.Thing;
import dev.ensemble.incident.Reminders;
import dev.ensemble.incident.WorkingHours;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * What is due becomes as few messages as can be: one for each person, and one for all who are reminded of the same. What is
 * over is dropped; what would be too much for one day, or comes while the last message is still under way, waits.
 */
@Component
class Gathering {

    private final Reminders reminders;
    private final Occasions occasions;
    private final Incidents incidents;
    private final WorkingHours hours;
    private final RemindProperties settings;

    Gathering(
            Reminders reminders,
            Occasions occasions,
            Incidents incidents,
            WorkingHours hours,
            RemindProperties settings) {
        this.reminders = reminders;
        this.occasions = occasions;
        this.incidents = incidents;
        this.hours = hours;
        this.settings = settings;
    }

    void gather(String round, Instant now) {
        var messages = new LinkedHashMap<Set<Thing>, List<Reminder>>();
        for (var ofOne : byReader(standing(reminders.due(now)))) {
            if (mayBeReminded(ofOne.get(0).person(), now)) {
                var together = inOnePlace(ofOne);
                messages.computeIfAbsent(things(together), things -> new ArrayList<>())
                        .addAll(together);
            }
        }
        messages.values().forEach(together -> reminders.gather(round, together));
    }

    /** What still stands; of several that somebody would hear about one thing, the last. */
    private Collection<Reminder> standing(List<Reminder> due) {
        var standing = new LinkedHashMap<Heard, Reminder>();
        for (var reminder : due) {
            if (occasions.stands(reminder).isEmpty()) {
                reminders.notNeeded(reminder);
                continue;
            }
            var former = standing.put(new Heard(reminder.person(), reminder.incident(), reminder.about()), reminder);
            if (former != null) {
                reminders.notNeeded(former);
            }
        }
        return standing.values();
    }

    private static Collection<List<Reminder>> byReader(Collection<Reminder> standing) {
        return standing.stream()
                .collect(Collectors.groupingBy(
                        reminder ->
                                new Reader(reminder.person(), reminder.person() == null ? reminder.incident() : null),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values();
    }

    private boolean mayBeReminded(String person, Instant now) {
        var midnight = hours.midnightOf(hours.today(now));
        return person == null
                || !reminders.isUnderWay(person, midnight) && reminders.count(person, midnight) < settings.perDay();
    }

    /** Those that may stand side by side with the first. */
    private List<Reminder> inOnePlace(List<Reminder> ofOne) {
        var place = place(ofOne.get(0).incident());
        return ofOne.stream()
                .filter(reminder -> place(reminder.incident()).equals(place))
                .toList();
    }

    /** What is restricted stands nowhere beside others, and a practice stays among those who practise. */
    private String place(IncidentId id) {
        var incident = incidents.get(id);
        return incident.restricted() ? id.toString() : incident.drill() ? "drill" : "";
    }

    private static Set<Thing> things(List<Reminder> together) {
        return together.stream().map(Reminder::thing).collect(Collectors.toSet());
    }

    /** Somebody, and what they hear about. */
    private record Heard(String person, IncidentId incident, String about) {}

    /** Somebody, or whoever follows an incident. */
    private record Reader(String person, IncidentId incident) {}
}
