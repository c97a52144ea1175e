package dev.ensemble.join;

import dev.ensemble.incident.Members;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Role;
import dev.ensemble.process.Answer;
import dev.ensemble.process.EnsembleProcess;
import dev.ensemble.process.Form;
import dev.ensemble.process.Token;
import dev.ensemble.say.Markdown;
import dev.ensemble.say.Situation;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Somebody joins; the task stands for the next one. What happened writes its own line. */
@Component
class JoinEnsemble implements Answer {

    private final EnsembleProcess ensemble;
    private final Members members;
    private final People people;
    private final Situation situation;

    JoinEnsemble(EnsembleProcess ensemble, Members members, People people, Situation situation) {
        this.ensemble = ensemble;
        this.members = members;
        this.people = people;
        this.situation = situation;
    }

    @Override
    public Map<String, String> opened(Token token) {
        return Map.of("situation", situation.of(token.incident()), "present", present(token));
    }

    @Override
    public String given(Token token, Form form) {
        var role = form.choice("joinAs", List.of(Role.EXPERT.key(), Role.LEARNER.key()));
        form.check();
        ensemble.join(token.incident(), new Role(role), form.person());
        return null;
    }

    private String present(Token token) {
        var here = members.now(token.incident());
        return here.isEmpty()
                ? "Nobody has joined yet. Be the first."
                : here.stream()
                        .map(member -> "%s (%s)"
                                .formatted(
                                        Markdown.plain(people.name(member.person())),
                                        member.role().label()))
                        .collect(Collectors.joining(", ", "In already: ", "."));
    }
}
