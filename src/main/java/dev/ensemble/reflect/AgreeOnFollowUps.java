package dev.ensemble.reflect;

import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Learned;
import dev.ensemble.incident.People;
import dev.ensemble.incident.WorkingHours;
import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.Token;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is to be done, by whom, by when, and how one will see that it is; or why nothing is. */
@Component
class AgreeOnFollowUps implements Answer {

    private static final Period FAR_AHEAD = Period.ofYears(5);

    private final FollowUps followUps;
    private final Incidents incidents;
    private final Learned learned;
    private final People people;
    private final WorkingHours hours;
    private final Clock clock;

    AgreeOnFollowUps(
            FollowUps followUps, Incidents incidents, Learned learned, People people, WorkingHours hours, Clock clock) {
        this.followUps = followUps;
        this.incidents = incidents;
        this.learned = learned;
        this.people = people;
        this.hours = hours;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> shown(Token token) {
        return Map.of("people", people.responders(), "causesAgreed", learned.causes(token.incident()));
    }

    @Override
    public String given(Token token, Form form) {
        var rows = form.rows("followUps");
        var promises = rows.stream().map(row -> promised(form, row)).toList();
        var because = form.text("noneBecause", 2000);
        if (rows.isEmpty() && because.isEmpty()) {
            form.refuse("followUps", "Agree on at least one, or say in noneBecause why there is nothing to do.");
        }
        if (!rows.isEmpty() && !because.isEmpty()) {
            form.refuse("noneBecause", "There are follow-ups. Leave this empty, or take them out.");
        }
        form.check();
        if (rows.isEmpty()) {
            incidents.needsNoFollowUps(token.incident(), because);
            return "None, because " + because;
        }
        promises.forEach(promise -> followUps.agree(
                token.incident(), promise.action(), promise.owner(), promise.due(), promise.doneWhen()));
        return promises.stream().map(Promise::action).collect(Collectors.joining(" · "));
    }

    private Promise promised(Form form, Form.Row row) {
        var promise = new Promise(
                row.required("action", 500, "Say what will be done."),
                row.required("owner", 64, "Say who sees to it."),
                row.date("due"),
                row.required("doneWhen", 1000, "Say what a second person will see when it is done."));
        if (!promise.owner().isEmpty() && !people.know(promise.owner())) {
            form.refuse(row.name("owner"), "Nobody here has this user id. Give one that can log in.");
        } else if (!promise.owner().isEmpty() && !people.mayRespond(promise.owner())) {
            form.refuse(
                    row.name("owner"),
                    "%s is not in the group responders; an administrator can add them."
                            .formatted(people.name(promise.owner())));
        }
        var today = LocalDate.ofInstant(clock.instant(), hours.zone());
        if (promise.due().isBefore(today)) {
            form.refuse(row.name("due"), "This day is over. Give one to come.");
        }
        if (promise.due().isAfter(today.plus(FAR_AHEAD)) && isReadable(promise.due(), row)) {
            form.refuse(
                    row.name("due"),
                    "By then it will be forgotten. Give a day in the next %d years.".formatted(FAR_AHEAD.getYears()));
        }
        return promise;
    }

    /** The last day that there is stands for one that could not be read, which has been told already. */
    private static boolean isReadable(LocalDate due, Form.Row row) {
        return !due.equals(LocalDate.MAX) || row.text("due", 64).equals(LocalDate.MAX.toString());
    }

    private record Promise(String action, String owner, LocalDate due, String doneWhen) {}
}
