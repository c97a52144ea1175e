package dev.ensemble.reflect;

import dev.ensemble.incident.People;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.say.Say;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says once to whoever has not looked back yet that today is the last day for it. */
@Component
class RemindToReflect implements Step {

    private final Say say;
    private final People people;

    RemindToReflect(Say say, People people) {
        this.say = say;
        this.people = people;
    }

    @Override
    public void run(Token token) {
        say.inThread(token.incident(), "reflection-due", token.person(), Map.of("person", people.name(token.person())));
    }
}
