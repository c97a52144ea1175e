package dev.ensemble.slack;

import com.slack.api.SlackConfig;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiTextResponse;
import com.slack.api.model.Conversation;
import com.slack.api.model.ConversationType;
import com.slack.api.model.Message;
import com.slack.api.util.http.SlackHttpClient;
import dev.ensemble.operate.Door;
import dev.ensemble.operate.Reach;
import dev.ensemble.slack.Answers.Call;
import dev.ensemble.slack.Answers.RefusedWith;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Slack by its Web API. */
class WebSlack implements Slack, Door, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WebSlack.class);

    private static final Duration TO_CONNECT = Duration.ofSeconds(2);
    private static final Duration TO_READ = Duration.ofSeconds(5);
    private static final Duration TO_WRITE = Duration.ofSeconds(5);
    private static final Duration IN_ALL = Duration.ofSeconds(10);

    /** By how much Slack's clock and ours may differ. */
    private static final Duration CLOCKS_APART = Duration.ofSeconds(60);

    private static final int PAGE = 200;
    private static final String MARKED = "ensemble_message";
    private static final String MARK = "mark";
    private static final Pattern ID = Pattern.compile("[CGD][A-Z0-9]{6,}");
    private static final Set<String> CHANNEL_IS_GONE = Set.of("channel_not_found", "is_archived");

    private final com.slack.api.Slack library;
    private final MethodsClient slack;
    private final Pace pace;
    private final Pages pages;
    private final Reach reach;
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    WebSlack(SlackProperties settings, Reach reach) {
        this(settings, reach, System::nanoTime);
    }

    /** @param now in nanoseconds, from any beginning */
    WebSlack(SlackProperties settings, Reach reach, LongSupplier now) {
        var config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(settings.apiUrl());
        config.setStatsEnabled(false);
        // The library's own would write texts to the log.
        config.setHttpClientResponseHandlers(new ArrayList<>());
        var http = SlackHttpClient.buildOkHttpClient(config)
                .newBuilder()
                // OkHttp would post again, silently, where a connection is cut: two messages for one.
                .retryOnConnectionFailure(false)
                .connectTimeout(TO_CONNECT)
                .readTimeout(TO_READ)
                .writeTimeout(TO_WRITE)
                .callTimeout(IN_ALL)
                .build();
        library = com.slack.api.Slack.getInstance(config, new SlackHttpClient(http));
        slack = library.methods(settings.botToken());
        pace = new Pace(settings.pause(), now);
        pages = new Pages(now);
        this.reach = reach;
    }

    @Override
    public void look() {
        try {
            ask("auth.test", methods -> methods.authTest(request -> request));
        } catch (SlackBusy | SlackRefused | SlackUnreachable e) {
            // Whatever it is, it has been noted.
        }
    }

    @Override
    public void checkMaySay(String channel) {
        pace.checkMaySay(id(channel));
    }

    @Override
    public Posted post(Post post) {
        var channel = id(post.channel());
        try (var turn = pace.turn(channel)) {
            return said(post, channel).orElseGet(() -> say(post, channel));
        } catch (RefusedWith e) {
            forget(channel, e);
            throw e;
        }
    }

    @Override
    public void update(Posted where, String text) {
        var channel = id(where.channel());
        try (var turn = pace.turn(channel)) {
            ask(
                    "chat.update",
                    methods -> methods.chatUpdate(request -> request.channel(channel)
                            .ts(where.ts())
                            .text(Sections.fallback(text))
                            .blocks(Sections.blocks(text))));
        }
    }

    @Override
    public void change(Post tried, String text) {
        var channel = id(tried.channel());
        said(tried, channel).ifPresent(standing -> update(standing, text));
    }

    Pages pages() {
        return pages;
    }

    @Override
    public void close() throws Exception {
        library.close();
    }

    private Posted say(Post post, String channel) {
        var mark = Message.Metadata.builder()
                .eventType(MARKED)
                .eventPayload(Map.of(MARK, post.mark()))
                .build();
        var answer = ask(
                "chat.postMessage",
                methods -> methods.chatPostMessage(request -> request.channel(channel)
                        .threadTs(post.thread())
                        .text(Sections.fallback(post.text()))
                        .blocks(Sections.blocks(post.text()))
                        .metadata(mark)
                        .mrkdwn(true)
                        .unfurlLinks(false)
                        .unfurlMedia(false)));
        return new Posted(answer.getChannel(), answer.getTs());
    }

    /** Where an earlier try left it, if one did. */
    private Optional<Posted> said(Post post, String channel) {
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
        return pages.first("message " + mark, cursor -> {
            var page = ask(
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
        return pages.first("message " + mark, cursor -> {
            var page = ask(
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

    private String id(String channel) {
        if (ID.matcher(channel).matches()) {
            return channel;
        }
        var name = (channel.startsWith("#") ? channel.substring(1) : channel).toLowerCase(Locale.ROOT);
        var known = ids.get(name);
        if (known != null) {
            return known;
        }
        var found = find(name)
                .orElseThrow(() -> new SlackRefused(("There is no channel #%s that the bot can see. "
                                + "Create it or invite the bot, then try again.")
                        .formatted(name)));
        ids.put(name, found);
        return found;
    }

    private Optional<String> find(String name) {
        try {
            return find(name, List.of(ConversationType.PUBLIC_CHANNEL, ConversationType.PRIVATE_CHANNEL));
        } catch (RefusedWith e) {
            if (!e.code().equals("missing_scope")) {
                throw e;
            }
            // An app that may not see private channels is refused the public ones along with them.
            return find(name, List.of(ConversationType.PUBLIC_CHANNEL));
        }
    }

    private Optional<String> find(String name, List<ConversationType> types) {
        return pages.first("the channel #" + name, cursor -> {
            var page = ask(
                    "conversations.list",
                    methods -> methods.conversationsList(request -> request.types(types)
                            .excludeArchived(true)
                            .limit(PAGE)
                            .cursor(cursor)));
            var found = page.getChannels().stream()
                    .filter(channel -> name.equals(channel.getName()))
                    .map(Conversation::getId)
                    .findFirst();
            return new Pages.Page<>(found, page.getResponseMetadata());
        });
    }

    /** A channel of this name may since be another. */
    private void forget(String channel, RefusedWith refusal) {
        if (CHANNEL_IS_GONE.contains(refusal.code())) {
            ids.values().remove(channel);
        }
    }

    <T extends SlackApiTextResponse> T ask(String method, Call<T> call) {
        pace.checkMayAsk();
        try {
            var answer = Answers.ask(slack, method, call);
            reach.answered();
            return answer;
        } catch (SlackBusy e) {
            pace.waitFor(e.retryAfter());
            LOG.info("Slack asks for a pause of {} s before {}.", e.retryAfter().toSeconds(), method);
            throw e;
        } catch (SlackUnreachable e) {
            reach.away(e.getMessage());
            throw e;
        } catch (RefusedWith e) {
            if (e.isOfTheToken()) {
                reach.refused(e.getMessage());
            } else {
                reach.answered();
            }
            throw e;
        }
    }

    private static String stamp(Instant instant) {
        return "%d.%06d".formatted(instant.getEpochSecond(), instant.getNano() / 1_000);
    }
}
