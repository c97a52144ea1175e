package dev.ensemble.process;

import dev.ensemble.incident.Entered;
import dev.ensemble.incident.People;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.springframework.stereotype.Component;

/** People are the engine's users; whoever asks may know their names. */
@Component
class EnginePeople implements People {

    private final IdentityService identities;
    private final Unchecked unchecked;

    EnginePeople(IdentityService identities, Unchecked unchecked) {
        this.identities = identities;
        this.unchecked = unchecked;
    }

    @Override
    public boolean know(String person) {
        return find(person).isPresent();
    }

    @Override
    public boolean mayRespond(String person) {
        return isFit(person)
                && unchecked.ask(() -> identities
                                .createUserQuery()
                                .userId(person)
                                .memberOfGroup(Membership.RESPONDERS)
                                .count()
                        > 0);
    }

    @Override
    public String name(String person) {
        return find(person).map(EnginePeople::fullName).orElse(person);
    }

    @Override
    public Optional<String> mail(String person) {
        return find(person).map(User::getEmail).map(Entered::text).filter(mail -> !mail.isEmpty());
    }

    @Override
    public List<Person> responders() {
        return members(Membership.RESPONDERS);
    }

    @Override
    public List<Person> members(String group) {
        var exists =
                unchecked.ask(() -> identities.createGroupQuery().groupId(group).count() > 0);
        if (!exists) {
            throw new IllegalArgumentException("There is no group %s. An administrator can add it.".formatted(group));
        }
        return unchecked
                .ask(() -> identities.createUserQuery().memberOfGroup(group).unlimitedList())
                .stream()
                .map(user -> new Person(user.getId(), fullName(user)))
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }

    private Optional<User> find(String person) {
        return isFit(person)
                ? Optional.ofNullable(unchecked.ask(
                        () -> identities.createUserQuery().userId(person).singleResult()))
                : Optional.empty();
    }

    /** Whether a database can be asked for it at all. */
    private static boolean isFit(String person) {
        return person != null && !person.isBlank() && Entered.text(person).equals(person);
    }

    private static String fullName(User user) {
        var name = "%s %s"
                .formatted(
                        user.getFirstName() == null ? "" : user.getFirstName(),
                        user.getLastName() == null ? "" : user.getLastName())
                .strip();
        return name.isEmpty() ? user.getId() : name;
    }
}
