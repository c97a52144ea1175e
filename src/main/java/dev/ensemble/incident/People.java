package dev.ensemble.incident;

import java.util.List;

/** Those who can log in, known by their user id. */
public interface People {

    boolean know(String person);

    /** Whether they belong to those who can be given something to do; systems do not, nor does everybody who can log in. */
    boolean mayRespond(String person);

    /** Their name as people say it; the user id itself for somebody who has left. */
    String name(String person);

    /** Everybody who may take part, by name. */
    List<Person> responders();

    /** Everybody who can log in, but no systems. */
    List<Person> everybody();

    record Person(String id, String name) {}
}
