package dev.ensemble.bench;

import java.util.Map;

/** What people and time do with one incident, on whichever engine. */
interface Course {

    void report();

    void take(String role, String person);

    /** Somebody completes every open task of that name. */
    void complete(String task, String person, Map<String, Object> entered);

    /** The time of an event has come. */
    void ring(String event);

    /** How long all of it took, in nanoseconds; what the bench itself had to look up is not counted. */
    long took();
}
