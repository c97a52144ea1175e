package dev.ensemble.incident;

import java.util.List;
import java.util.Optional;

/** Those who can log in, known by their user id. */
public interface People {

    boolean know(String person);

    /** Whether they belong to those who can be given something to do; systems do not, nor does everybody who can log in. */
    boolean mayRespond(String person);

    /** Their name as people say it; the user id itself for somebody who has left. */
    String name(String person);

    /** The address at which they are written to; empty where nobody said it. */
    Optional<String> mail(String person);

    /** Everybody who may take part, by name. */
    List<Person> responders();

    /**
     * Everybody in a group, by name.
     *
     * @throws IllegalArgumentException when there is no such group
     */
    List<Person> members(String group);

    record Person(String id, String name) {}
}
