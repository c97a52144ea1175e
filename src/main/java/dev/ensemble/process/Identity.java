package dev.ensemble.process;

import dev.ensemble.incident.Insiders;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Who somebody is to the engine, and work done in their name. */
@Component
public class Identity {

    /** Who machines are that come with the token. */
    public static final String OTHER_SYSTEMS = "other-systems";

    private final IdentityService identities;
    private final Unchecked unchecked;
    private final Insiders insiders;
    private final ProcessEngineConfigurationImpl engine;

    Identity(
            IdentityService identities, Unchecked unchecked, Insiders insiders, ProcessEngineConfigurationImpl engine) {
        this.identities = identities;
        this.unchecked = unchecked;
        this.insiders = insiders;
        this.engine = engine;
    }

    /** Whoever has this user id and this password; it takes as long to find that there is no such person. */
    public Optional<Known> check(String person, String password) {
        var known = find(person);
        if (known.isEmpty()) {
            engine.getPasswordManager().encrypt(password);
            return Optional.empty();
        }
        return identities.checkPassword(person, password) ? known : Optional.empty();
    }

    /** Whoever has this user id. */
    public Optional<Known> find(String person) {
        return unchecked.ask(() -> {
            var user = identities.createUserQuery().userId(person).singleResult();
            return user == null ? Optional.empty() : Optional.of(new Known(user.getId(), groups(user.getId())));
        });
    }

    /**
     * From here on, this thread works in somebody's name: without one the engine would check nothing. They see the restricted
     * incidents that they may see at this moment. Close it, or the next one on this thread works in their name too.
     */
    public InTheirName as(Known person) {
        var seeing = new Seeing(person.id(), person.groups(), () -> insiders.circlesOf(person.id()));
        identities.setAuthentication(seeing);
        seeing.begin();
        return identities::clearAuthentication;
    }

    private List<String> groups(String person) {
        return identities.createGroupQuery().groupMember(person).unlimitedList().stream()
                .map(Group::getId)
                .toList();
    }

    /** Somebody the engine knows, with the ids of their groups. */
    public record Known(String id, List<String> groups) {}

    /** As long as it is open, work is done in somebody's name. */
    public interface InTheirName extends AutoCloseable {
        @Override
        void close();
    }
}
