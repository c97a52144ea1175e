package dev.ensemble.slack;

import com.slack.api.model.ResponseMetadata;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/** Looks through what Slack lists page by page, until something is found or it takes too long. */
class Pages {

    /**
     * After which no further page is asked for. With the last page, a search for the channel and one for the message take less
     * than 30 s each, so that a step ends before the engine takes it for lost.
     */
    private static final Duration LONGEST_SEARCH = Duration.ofSeconds(15);

    private final LongSupplier now;

    /** @param now in nanoseconds, from any beginning */
    Pages(LongSupplier now) {
        this.now = now;
    }

    /** @param what is looked for, for messages */
    <T> Optional<T> first(String what, Function<String, Page<T>> pages) {
        var begun = now.getAsLong();
        String cursor = null;
        do {
            if (now.getAsLong() - begun > LONGEST_SEARCH.toNanos()) {
                throw new SlackUnreachable("Looking for %s in Slack takes too long.".formatted(what), null);
            }
            var page = pages.apply(cursor);
            if (page.found().isPresent()) {
                return page.found();
            }
            cursor = page.next();
        } while (cursor != null);
        return Optional.empty();
    }

    /** @param next the cursor of the following page, {@code null} on the last */
    record Page<T>(Optional<T> found, String next) {

        Page(Optional<T> found, ResponseMetadata rest) {
            this(
                    found,
                    rest == null
                                    || rest.getNextCursor() == null
                                    || rest.getNextCursor().isEmpty()
                            ? null
                            : rest.getNextCursor());
        }
    }
}
