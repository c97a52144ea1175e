package dev.ensemble.slack;

/**
 * Where a message stands.
 *
 * @param channel its channel's id
 * @param ts its stamp, by which Slack knows it inside the channel
 */
public record Posted(String channel, String ts) {}
