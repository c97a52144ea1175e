package dev.ensemble.role;

import dev.ensemble.incident.Role;
import dev.ensemble.say.Words;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a role is there for, as its forms show it. */
@Component
class Duty {

    private final Words words;

    Duty(Words words) {
        this.words = words;
    }

    Map<String, Object> of(Role role) {
        var name = "duty-" + role.key();
        var duties = words.has(name) ? words.plain(name, Map.of()) : "Your team says what this role is for.";
        return Map.of("roleName", role.label(), "duties", duties);
    }
}
