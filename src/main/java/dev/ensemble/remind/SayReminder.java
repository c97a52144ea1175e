package dev.ensemble.remind;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Reminder;
import dev.ensemble.incident.Reminder.Thing;
import dev.ensemble.incident.Reminders;
import dev.ensemble.incident.WorkingHours;
import dev.ensemble.process.Step;
import dev.ensemble.process.TaskLists;
import dev.ensemble.process.Token;
import dev.ensemble.process.TryLater;
import dev.ensemble.say.Say;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** One message that reminds, as far as it is still true: in its incident's thread, or in the channel when it is of several. */
@Component
class SayReminder implements Step {

    private static final String SEVERAL = "reminders";

    private final Reminders reminders;
    private final Occasions occasions;
    private final Incidents incidents;
    private final People people;
    private final Say say;
    private final TaskLists lists;
    private final WorkingHours hours;
    private final Clock clock;

    SayReminder(
            Reminders reminders,
            Occasions occasions,
            Incidents incidents,
            People people,
            Say say,
            TaskLists lists,
            WorkingHours hours,
            Clock clock) {
        this.reminders = reminders;
        this.occasions = occasions;
        this.incidents = incidents;
        this.people = people;
        this.say = say;
        this.lists = lists;
        this.hours = hours;
        this.clock = clock;
    }

    @Override
    public void run(Token token) {
        var now = clock.instant();
        if (!hours.isWorkTime(now)) {
            throw new TryLater(Duration.between(now, hours.next(now)), "It can wait until people work.");
        }
        reminders.gathered(token.nudge()).stream()
                .map(Reminder::incident)
                .distinct()
                .sorted(Comparator.comparingLong(IncidentId::number))
                .forEach(incidents::takeTurn);
        var standing = standing(reminders.gathered(token.nudge()));
        if (!standing.isEmpty()) {
            reminders.said(token.nudge(), said(standing));
        }
    }

    private List<Reminder> standing(List<Reminder> gathered) {
        var standing = new ArrayList<Reminder>();
        for (var reminder : gathered) {
            if (occasions.stands(reminder).isPresent()) {
                standing.add(reminder);
            } else {
                reminders.notNeeded(reminder);
            }
        }
        return standing;
    }

    /** @return the id of the message */
    private long said(List<Reminder> standing) {
        var things = new LinkedHashMap<Thing, Reminder>();
        standing.forEach(reminder -> things.putIfAbsent(reminder.thing(), reminder));
        var first = standing.get(0);
        if (things.size() == 1) {
            var about = new HashMap<>(occasions.stands(first).orElseThrow());
            about.put("people", names(standing));
            return say.reminder(first.incident(), first.words(), first.about(), about);
        }
        var about = Map.of("people", names(standing), "things", lines(things.values()));
        var ofOne = things.keySet().stream().map(Thing::incident).distinct().count() == 1;
        return ofOne
                ? say.reminder(first.incident(), SEVERAL, null, about)
                : say.roundUp(first.incident(), SEVERAL, about);
    }

    /** Empty where it is for whoever follows the incident. */
    private String names(List<Reminder> standing) {
        return standing.stream()
                .map(Reminder::person)
                .filter(Objects::nonNull)
                .distinct()
                .map(people::name)
                .collect(Collectors.joining(", "));
    }

    private List<Map<String, Object>> lines(Collection<Reminder> things) {
        return things.stream().map(this::line).toList();
    }

    /** What the words of one alone name, and a name that says which words these are. */
    private Map<String, Object> line(Reminder reminder) {
        var line = new HashMap<String, Object>(occasions.stands(reminder).orElseThrow());
        line.put(reminder.words(), true);
        line.put("number", reminder.incident().toString());
        line.put("service", incidents.get(reminder.incident()).service());
        line.put("tasks", lists.of(reminder.incident()));
        return line;
    }
}
