package dev.ensemble.bench;

import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;

/**
 * What people and time do with one incident, on whichever engine; its steps are run as soon as they can be. How long all of it
 * took is kept; what the bench itself had to look up is not counted.
 */
abstract class Course {

    final Waiting waiting;
    private final ProcessEngine engine;
    private long took;

    Course(Waiting waiting, ProcessEngine engine) {
        this.waiting = waiting;
        this.engine = engine;
    }

    /** Its business key. */
    abstract String incident();

    abstract void report();

    abstract void take(String role, String person);

    /** Somebody completes every open task of that name. */
    abstract void complete(String task, String person, Map<String, Object> entered);

    /** The time of an event has come. */
    final void ring(String event) {
        run(waiting.timer(incident(), event));
        say();
    }

    /** How long all of it took, in nanoseconds. */
    final long took() {
        return took;
    }

    /** One doing, which goes through {@link #timed}. */
    abstract void happen(Runnable doing);

    final void timed(Runnable doing) {
        var begun = System.nanoTime();
        doing.run();
        took += System.nanoTime() - begun;
    }

    final void say() {
        for (var due = waiting.steps(incident()); !due.isEmpty(); due = waiting.steps(incident())) {
            due.forEach(this::run);
        }
    }

    private void run(String job) {
        happen(() -> engine.getManagementService().executeJob(job));
    }
}
