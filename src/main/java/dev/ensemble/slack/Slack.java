package dev.ensemble.slack;

/**
 * Where things are said. Every call may end in {@link SlackBusy} (later, at a known time), {@link SlackRefused} (never, a
 * person has to see to it) or {@link SlackUnreachable} (unknown: it may have been said).
 */
public interface Slack {

    /**
     * Ends in {@link SlackBusy} where {@link #post} and {@link #update} would not even try now. Nothing is said, so that one
     * can ask before one notes down that something may have been.
     *
     * @param channel a name such as {@code #incident_reports}, or an id
     */
    void checkMaySay(String channel);

    /**
     * Says something. A post with the same mark that stands there already, because an earlier try was not told that it had
     * succeeded, is found and not said again.
     *
     * @return where it stands; {@link Posted#NOWHERE} where there is no Slack
     */
    Posted post(Post post);

    /** Changes what earlier tries of a post may have left there; where they left nothing, there is nothing to change. */
    void change(Post tried, String text);

    /** Changes what was said; saying the same twice changes nothing. */
    void update(Posted where, String text);
}
