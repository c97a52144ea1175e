package dev.ensemble.reflect;

import dev.ensemble.incident.Agreed;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Learned;
import dev.ensemble.incident.People;
import dev.ensemble.process.Answer;
import dev.ensemble.process.DrawnTasks;
import dev.ensemble.process.Form;
import dev.ensemble.process.Token;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What is to be done, by whom, by when, and how one will see that it is; or why nothing is. */
@Component
class AgreeOnFollowUps implements Answer {

    private final FollowUps followUps;
    private final Incidents incidents;
    private final Learned learned;
    private final People people;
    private final DrawnTasks drawn;
    private final Promises promises;

    AgreeOnFollowUps(
            FollowUps followUps,
            Incidents incidents,
            Learned learned,
            People people,
            DrawnTasks drawn,
            Promises promises) {
        this.followUps = followUps;
        this.incidents = incidents;
        this.learned = learned;
        this.people = people;
        this.drawn = drawn;
        this.promises = promises;
    }

    @Override
    public Map<String, Object> shown(Token token) {
        return Map.of(
                "people", people.responders(), "causesAgreed", learned.causes(token.incident()), "tasks", tasks());
    }

    @Override
    public String given(Token token, Form form) {
        var agreed = form.rows("followUps").stream()
                .map(row -> promises.read(form, row))
                .toList();
        var because = form.text("noneBecause", 2000);
        if (agreed.isEmpty() && because.isEmpty()) {
            form.refuse("followUps", "Agree on at least one, or say in noneBecause why there is nothing to do.");
        }
        if (!agreed.isEmpty() && !because.isEmpty()) {
            form.refuse("noneBecause", "There are follow-ups. Leave this empty, or take them out.");
        }
        form.check();
        if (agreed.isEmpty()) {
            incidents.needsNoFollowUps(token.incident(), because);
            return "None, because " + because;
        }
        agreed.forEach(followUp -> followUps.agree(token.incident(), followUp, form.person()));
        return agreed.stream().map(Agreed::action).collect(Collectors.joining(" · "));
    }

    private List<Map<String, String>> tasks() {
        return drawn.names().entrySet().stream()
                .map(task -> Map.of("id", task.getKey(), "name", task.getValue()))
                .toList();
    }
}
