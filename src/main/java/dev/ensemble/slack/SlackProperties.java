package dev.ensemble.slack;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Slack is reached.
 *
 * @param botToken empty for no Slack: what would be said is written to the log
 * @param apiUrl where the methods are, empty for Slack itself
 * @param pause between two messages to the same channel; Slack takes about one a second
 */
@ConfigurationProperties("ensemble.slack")
record SlackProperties(
        @DefaultValue("") String botToken,
        @DefaultValue("") String apiUrl,
        @DefaultValue("1100ms") Duration pause) {

    private static final String SLACK_ITSELF = "https://slack.com/api/";

    SlackProperties {
        botToken = botToken.strip();
        apiUrl = apiUrl.isBlank() ? SLACK_ITSELF : apiUrl.strip();
        apiUrl = apiUrl.endsWith("/") ? apiUrl : apiUrl + "/";
    }

    boolean hasToken() {
        return !botToken.isEmpty();
    }

    /** Without the token, which has no business in a log. */
    @Override
    public String toString() {
        return "SlackProperties[apiUrl=%s, pause=%s]".formatted(apiUrl, pause);
    }
}
