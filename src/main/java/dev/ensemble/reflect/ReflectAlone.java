package dev.ensemble.reflect;

import dev.ensemble.incident.Member;
import dev.ensemble.incident.Members;
import dev.ensemble.incident.Reflections;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.Tenures;
import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.Plan;
import dev.ensemble.process.Questions;
import dev.ensemble.process.Token;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What one person saw, kept without their name. */
@Component
class ReflectAlone implements Answer {

    private final Reflections reflections;
    private final Tenures tenures;
    private final Members members;
    private final Plan plan;

    ReflectAlone(Reflections reflections, Tenures tenures, Members members, Plan plan) {
        this.reflections = reflections;
        this.tenures = tenures;
        this.members = members;
        this.plan = plan;
    }

    @Override
    public Map<String, Object> shown(Token token) {
        return Map.of("questions", questions(token).asked());
    }

    /** The timeline shows nothing, not even that somebody answered. */
    @Override
    public String given(Token token, Form form) {
        var answers = questions(token).answered(form);
        form.check();
        answers.forEach(answered -> reflections.add(token.incident(), answered.getKey(), answered.getValue()));
        return null;
    }

    private Questions questions(Token token) {
        return new Questions(roles(token)
                .flatMap(role -> plan.questions(token, role).stream())
                .toList());
    }

    /** Those that they held, and as what they were in the Ensemble. */
    private Stream<Role> roles(Token token) {
        return Stream.concat(
                tenures.heldBy(token.incident(), token.person()).stream(),
                members.all(token.incident()).stream()
                        .filter(member -> member.person().equals(token.person()))
                        .map(Member::role));
    }
}
