package dev.ensemble.api;

import dev.ensemble.incident.Insight;
import dev.ensemble.incident.Wording.Hint;
import java.util.List;

/**
 * One thing that the team understood.
 *
 * @param kind {@code cause}, {@code lesson}, {@code went-well} or {@code luck}
 * @param entries ids of the moments of the timeline that it was learned from
 * @param hints what to think about in its words; never a fault
 */
record LearnedView(String kind, String text, List<Long> entries, List<String> hints) {

    static LearnedView of(Insight insight, List<Hint> hints) {
        return new LearnedView(
                insight.kind().toString(),
                insight.text(),
                insight.entries(),
                hints.stream()
                        .filter(hint -> hint.isDrawnBy(insight))
                        .map(Hint::hint)
                        .toList());
    }
}
