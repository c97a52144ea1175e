package dev.ensemble.slack;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** How often we may speak: a pause after each message to a channel, nothing at all while Slack asks for silence. */
class Pace {

    private final long pause;
    private final LongSupplier now;
    private final Map<String, Long> nextTurns = new HashMap<>();
    private Long silentUntil;

    /** @param now in nanoseconds, from any beginning */
    Pace(Duration pause, LongSupplier now) {
        this.pause = pause.toNanos();
        this.now = now;
    }

    /**
     * A turn to speak in a channel. The pause counts from its end, when Slack has surely got what was sent.
     *
     * @throws SlackBusy the pause after the last one is not over
     */
    synchronized Turn turn(String channel) {
        checkTurn(channel);
        nextTurns.put(channel, now.getAsLong() + pause);
        return () -> ended(channel);
    }

    /** @throws SlackBusy the pause after the last one, or the silence that Slack asked for, is not over */
    synchronized void checkMaySay(String channel) {
        checkMayAsk();
        checkTurn(channel);
    }

    /** @throws SlackBusy the silence that Slack asked for is not over */
    synchronized void checkMayAsk() {
        var left = left(silentUntil);
        if (left > 0) {
            throw new SlackBusy(Duration.ofNanos(left), "The pause that Slack asked for is not over.");
        }
    }

    synchronized void waitFor(Duration silence) {
        var left = Math.max(left(silentUntil), silence.toNanos());
        silentUntil = now.getAsLong() + left;
    }

    private void checkTurn(String channel) {
        var left = left(nextTurns.get(channel));
        if (left > 0) {
            throw new SlackBusy(Duration.ofNanos(left), "One message at a time in a channel.");
        }
    }

    private synchronized void ended(String channel) {
        nextTurns.put(channel, now.getAsLong() + pause);
    }

    private long left(Long until) {
        return until == null ? 0 : until - now.getAsLong();
    }

    /** Speaking, until closed. */
    interface Turn extends AutoCloseable {
        @Override
        void close();
    }
}
