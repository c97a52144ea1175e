package dev.ensemble.slack;

import java.time.Instant;

/**
 * Something to be said.
 *
 * @param channel a name such as {@code #incident_reports}, or an id
 * @param thread the stamp of the message whose thread it belongs to, {@code null} for the channel itself
 * @param text in Slack's mrkdwn; what others entered has been through {@link SlackText#escape}
 * @param mark unique to this message, looked for before it is said again
 * @param firstTriedAt when it was first sent, {@code null} for never: then nothing needs to be looked for
 */
public record Post(String channel, String thread, String text, String mark, Instant firstTriedAt) {}
