package dev.ensemble.incident;

import java.time.Duration;
import java.util.List;

/**
 * What happens in a drill, and when.
 *
 * @param name how a report names it
 * @param title one line for whoever chooses
 */
public record DrillScript(String name, String title, List<Inject> injects) {

    static final int LONGEST_TEXT = 2000;

    /**
     * @param after from the report
     * @param text what those who practise are told
     */
    public record Inject(Duration after, String text) {}
}
