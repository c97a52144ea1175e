package dev.ensemble.slack;

import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.methods.SlackApiTextResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** What Slack's answers mean. */
final class Answers {

    /** Where Slack does not say how long. */
    static final Duration A_WHILE = Duration.ofSeconds(30);

    private static final int TOO_MANY = 429;

    private static final Set<String> BUSY = Set.of("ratelimited", "rate_limited");

    /** Trouble at Slack: it passes, and what we sent may have been taken. */
    private static final Set<String> PASSING = Set.of(
            "accesslimited",
            "fatal_error",
            "internal_error",
            "request_timeout",
            "service_unavailable",
            "team_added_to_org");

    private static final String TOKEN =
            "Put the bot token of an installed Slack app into SLACK_BOT_TOKEN, and restart.";
    private static final String INVITE = "Invite the bot to the channel, then try again.";
    private static final String CHANNEL = "Check the channel's name, invite the bot to it, then try again.";
    private static final String OURS = "Say it by hand; that Ensemble sent it is a fault to be reported.";

    private static final Map<String, String> ADVICE = Map.ofEntries(
            Map.entry("invalid_auth", TOKEN),
            Map.entry("not_authed", TOKEN),
            Map.entry("account_inactive", TOKEN),
            Map.entry("token_revoked", TOKEN),
            Map.entry("token_expired", TOKEN),
            Map.entry("missing_scope", "Give the Slack app the scope, reinstall it to the workspace, then try again."),
            Map.entry("no_permission", "Give the Slack app the scope, reinstall it to the workspace, then try again."),
            Map.entry("channel_not_found", CHANNEL),
            Map.entry("not_in_channel", INVITE),
            Map.entry("is_archived", "Unarchive the channel or choose another, then try again."),
            Map.entry("restricted_action", "Let the bot do this, in the settings of Slack, then try again."),
            Map.entry("name_taken", "Another has a channel of this name. Rename that one, then try again."),
            Map.entry("thread_not_found", "The announcement is gone from Slack. Say it by hand."),
            Map.entry("invalid_thread_ts", "The announcement is gone from Slack. Say it by hand."),
            Map.entry("message_not_found", "The message is gone from Slack. Say by hand how things are now."),
            Map.entry("cant_update_message", "Another app wrote the message. Say by hand how things are now."),
            Map.entry(
                    "edit_window_closed",
                    "The workspace lets no one edit old messages. Say by hand how things are now."),
            Map.entry("msg_too_long", OURS),
            Map.entry("msg_blocks_too_long", OURS),
            Map.entry("invalid_blocks", OURS),
            Map.entry("invalid_arguments", OURS),
            Map.entry("no_text", OURS));

    private Answers() {}

    /** One call of a method. */
    interface Call<T extends SlackApiTextResponse> {
        T to(MethodsClient slack) throws IOException, SlackApiException;
    }

    /**
     * The answer, which says yes.
     *
     * @param method for messages
     */
    static <T extends SlackApiTextResponse> T ask(MethodsClient slack, String method, Call<T> call) {
        T answer;
        try {
            answer = call.to(slack);
        } catch (SlackApiException e) {
            throw failed(method, e);
        } catch (IOException e) {
            throw new SlackUnreachable("Slack did not answer %s: %s".formatted(method, e.getMessage()), e);
        } catch (RuntimeException e) {
            // A page instead of an answer, such as a proxy's. What the parser says quotes it.
            throw new SlackUnreachable("Slack's answer to %s cannot be read.".formatted(method), e);
        }
        if (answer == null) {
            throw new SlackUnreachable("Slack's answer to %s is empty.".formatted(method), null);
        }
        if (!answer.isOk()) {
            throw refused(method, answer.getError(), answer.getNeeded());
        }
        return answer;
    }

    private static RuntimeException failed(String method, SlackApiException e) {
        var response = e.getResponse();
        if (response.code() == TOO_MANY) {
            var wait = retryAfter(response.header("Retry-After"));
            return new SlackBusy(wait, "Slack asks to wait %d s before %s.".formatted(wait.toSeconds(), method));
        }
        return new SlackUnreachable("Slack answered %s with HTTP %d.".formatted(method, response.code()), e);
    }

    private static RuntimeException refused(String method, String code, String scope) {
        if (code == null) {
            return new SlackUnreachable("Slack's answer to %s says neither yes nor why not.".formatted(method), null);
        }
        if (BUSY.contains(code)) {
            return new SlackBusy(A_WHILE, "Slack asks to wait before %s.".formatted(method));
        }
        if (PASSING.contains(code)) {
            return new SlackUnreachable("Slack has trouble with %s: %s.".formatted(method, code), null);
        }
        var advice = ADVICE.getOrDefault(code, "Say it by hand, or see to the cause and try again.");
        var needed = scope == null ? "" : " (" + scope + ")";
        return new RefusedWith(code, "Slack refuses %s: %s%s. %s".formatted(method, code, needed, advice));
    }

    private static Duration retryAfter(String header) {
        try {
            return Duration.ofSeconds(Math.max(1, Long.parseLong(header.strip())));
        } catch (NumberFormatException | NullPointerException e) {
            return A_WHILE;
        }
    }

    /** A refusal whose code matters to us. */
    static class RefusedWith extends SlackRefused {

        private final String code;

        RefusedWith(String code, String message) {
            super(message);
            this.code = code;
        }

        String code() {
            return code;
        }

        /** Whether nothing else would have been let in either. */
        boolean isOfTheToken() {
            return TOKEN.equals(ADVICE.get(code));
        }
    }
}
