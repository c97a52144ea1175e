package dev.ensemble.slack;

/**
 * Where a message stands.
 *
 * @param channel its channel's id, {@code null} for nowhere
 * @param ts its stamp, by which Slack knows it inside the channel, {@code null} for nowhere
 */
public record Posted(String channel, String ts) {

    /** Where there is no Slack. A place made up would be looked for as soon as there is one. */
    public static final Posted NOWHERE = new Posted(null, null);
}
