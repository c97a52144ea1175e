package dev.ensemble.slack;

import com.slack.api.model.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The marks that messages of ours carry unseen, so that one whose fate is unknown is found and not said twice. */
class Marks {

    private static final Logger LOG = LoggerFactory.getLogger(Marks.class);

    /** By how much Slack's clock and ours may differ. */
    private static final Duration CLOCKS_APART = Duration.ofSeconds(60);

    private static final int PAGE = 200;
    private static final String MARKED = "ensemble_message";
    private static final String MARK = "mark";

    private final WebApi slack;

    Marks(WebApi slack) {
        this.slack = slack;
    }

    /** What a message carries. */
    static Message.Metadata of(Post post) {
        return Message.Metadata.builder()
                .eventType(MARKED)
                .eventPayload(Map.of(MARK, post.mark()))
                .build();
    }

    /** Where an earlier try left it, if one did. */
    Optional<Posted> said(Post post, String channel) {
        if (post.firstTriedAt() == null) {
            return Optional.empty();
        }
        var oldest = stamp(post.firstTriedAt().minus(CLOCKS_APART));
        var found = post.thread() == null
                ? inChannel(channel, oldest, post.mark())
                : inThread(channel, post.thread(), oldest, post.mark());
        found.ifPresent(
                ts -> LOG.info("Slack had taken message {} at an earlier try, as {} in {}.", post.mark(), ts, channel));
        return found.map(ts -> new Posted(channel, ts));
    }

    private Optional<String> inChannel(String channel, String oldest, String mark) {
        return slack.first("message " + mark, cursor -> {
            var page = slack.ask(
                    "conversations.history",
                    methods -> methods.conversationsHistory(request -> request.channel(channel)
                            .oldest(oldest)
                            .includeAllMetadata(true)
                            .limit(PAGE)
                            .cursor(cursor)));
            return new Pages.Page<>(stampOf(mark, page.getMessages()), page.getResponseMetadata());
        });
    }

    private Optional<String> inThread(String channel, String thread, String oldest, String mark) {
        return slack.first("message " + mark, cursor -> {
            var page = slack.ask(
                    "conversations.replies",
                    methods -> methods.conversationsReplies(request -> request.channel(channel)
                            .ts(thread)
                            .oldest(oldest)
                            .includeAllMetadata(true)
                            .limit(PAGE)
                            .cursor(cursor)));
            return new Pages.Page<>(stampOf(mark, page.getMessages()), page.getResponseMetadata());
        });
    }

    private static Optional<String> stampOf(String mark, List<Message> messages) {
        return messages.stream()
                .filter(message -> bears(mark, message.getMetadata()))
                .map(Message::getTs)
                .findFirst();
    }

    private static boolean bears(String mark, Message.Metadata metadata) {
        return metadata != null
                && MARKED.equals(metadata.getEventType())
                && metadata.getEventPayload() != null
                && mark.equals(metadata.getEventPayload().get(MARK));
    }

    private static String stamp(Instant instant) {
        return "%d.%06d".formatted(instant.getEpochSecond(), instant.getNano() / 1_000);
    }
}
