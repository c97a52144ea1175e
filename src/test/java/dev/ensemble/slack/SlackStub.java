package dev.ensemble.slack;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A Slack on this machine that remembers what is said, insists on what Slack insists on, and on the manners that we promise.
 * Whatever it does not like it refuses with Slack's code and keeps among its {@link #complaints()}. It can be told to fail.
 */
public final class SlackStub implements AutoCloseable {

    public static final String TOKEN = "xoxb-a-token-for-tests";

    /** The ids of {@code #incident_reports} and {@code #incident_drills}, which the bot is in. */
    public static final String REPORTS = "C0REPORTS1";

    public static final String DRILLS = "C0DRILLS01";

    /** A private channel that somebody else has made, with the bot in it. */
    public static final String BY_HAND = "C0BYHAND01";

    /** The id of {@code #public-services}, where people outside are told. */
    public static final String DESKS = "C0DESKS001";

    private static final String WE = "U0ENSEMBLE";

    private static final List<Channel> CHANNELS = List.of(
            new Channel("C0GENERAL1", "general", true, false, false, "U0ADMIN"),
            new Channel("C0RANDOM01", "random", false, false, false, "U0ADMIN"),
            new Channel("C0OLDNEWS1", "old_news", true, true, false, "U0ADMIN"),
            new Channel(BY_HAND, "by_hand", true, false, true, "U0ADMIN"),
            new Channel(REPORTS, "incident_reports", true, false, false, "U0ADMIN"),
            new Channel(DRILLS, "incident_drills", true, false, false, "U0ADMIN"),
            new Channel(DESKS, "public-services", true, false, false, "U0ADMIN"));

    private static final int LONGEST_SECTION = 3_000;
    private static final int LONGEST_FALLBACK = 4_000;
    private static final int LONGEST_BLOCKS = 9_000;
    private static final int MOST_BLOCKS = 50;

    /** Slack may answer with fewer than asked for, and does here, so that those who do not turn the page miss something. */
    private static final int PAGE = 4;

    private static final Set<String> POST_ARGUMENTS = Set.of(
            "channel",
            "text",
            "blocks",
            "metadata",
            "thread_ts",
            "mrkdwn",
            "unfurl_links",
            "unfurl_media",
            "link_names",
            "reply_broadcast");
    private static final Set<String> UPDATE_ARGUMENTS = Set.of("channel", "ts", "text", "blocks", "link_names");
    private static final Set<String> OFF = Set.of("0", "false");
    private static final Pattern PINGS_OTHERS = Pattern.compile("<(@|#|!channel|!everyone|!subteam)");
    private static final Pattern EVENT_TYPE = Pattern.compile("[A-Za-z0-9_.-]{1,255}");

    static {
        // Else every answer waits 40 ms for an acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    private final ObjectMapper json = new ObjectMapper();
    private final HttpServer server;
    private final TreeMap<String, Said> said = new TreeMap<>();
    private final Map<String, Deque<Fault>> faults = new HashMap<>();
    private final Map<String, Integer> calls = new HashMap<>();
    private final List<String> complaints = new ArrayList<>();
    private final List<Channel> channels = new ArrayList<>(CHANNELS);
    private final Map<String, Set<String>> members = new HashMap<>();
    private final Set<String> strangers = new HashSet<>();
    private long lastStamp;

    private SlackStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/api/", this::handle);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            var thread = new Thread(task, "slack-stub");
            thread.setDaemon(true);
            return thread;
        }));
        server.start();
    }

    /** A new one, on a free port. */
    public static SlackStub start() {
        return new SlackStub();
    }

    /** What {@code ensemble.slack.api-url} is to be. */
    public String url() {
        return "http://127.0.0.1:%d/api/".formatted(server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /**
     * A message as it stands now.
     *
     * @param channel its id
     * @param ts its stamp
     * @param thread the stamp of the message that it is a reply to, or {@code null}
     * @param text of all its blocks
     * @param fallback the text for notifications
     * @param blocks the text of each block
     * @param mark from its metadata, or {@code null}
     * @param edits how often it was changed
     */
    public record Said(
            String channel,
            String ts,
            String thread,
            String text,
            String fallback,
            List<String> blocks,
            String mark,
            int edits) {}

    /** Everything that stands there, oldest first. */
    public synchronized List<Said> posts() {
        return List.copyOf(said.values());
    }

    /** The text of the newest message. */
    public synchronized String lastPost() {
        if (said.isEmpty()) {
            throw new AssertionError("Nothing was said. Complaints: " + complaints);
        }
        return said.lastEntry().getValue().text();
    }

    /** What has this in its text, oldest first. */
    public synchronized List<Said> postsContaining(String part) {
        return select(post -> post.text().contains(part));
    }

    /** The replies to a message, oldest first. */
    public synchronized List<Said> threadOf(String ts) {
        return select(post -> ts.equals(post.thread()));
    }

    /** How often a method was called, also where the call failed. */
    public synchronized int calls(String method) {
        return calls.getOrDefault(method, 0);
    }

    /** What was sent that Slack does not take, or that we promised not to send. */
    public synchronized List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** The addresses of those who were let into a channel. */
    public synchronized Set<String> membersOf(String channel) {
        return Set.copyOf(members.getOrDefault(channel, Set.of()));
    }

    /** The names of the private channels that we have made. */
    public synchronized List<String> ourPrivateChannels() {
        return channels.stream()
                .filter(channel -> channel.isPrivate() && channel.creator().equals(WE))
                .map(Channel::name)
                .toList();
    }

    /** Slack knows nobody with this mail address. */
    public synchronized void forget(String mail) {
        strangers.add(mail);
    }

    /** As at the start. */
    public synchronized void reset() {
        channels.clear();
        channels.addAll(CHANNELS);
        members.clear();
        strangers.clear();
        said.clear();
        faults.clear();
        calls.clear();
        complaints.clear();
    }

    /** The next call of a method, such as {@code chat.postMessage}, fails. */
    public void fail(String method, Fault fault) {
        fail(method, fault, 1);
    }

    /** The next calls of a method fail. */
    public synchronized void fail(String method, Fault fault, int times) {
        for (var time = 0; time < times; time++) {
            faults.computeIfAbsent(method, any -> new ArrayDeque<>()).add(fault);
        }
    }

    /** Forgets the faults that have not happened yet. */
    public synchronized void heal() {
        faults.clear();
    }

    /** A person, or another app, says something. */
    public synchronized String someoneSays(String channel, String text) {
        var ts = nextStamp();
        said.put(ts, new Said(channel, ts, null, text, text, List.of(text), null, 0));
        return ts;
    }

    /** What can go wrong. */
    public sealed interface Fault {

        /** HTTP 500; nothing is stored. */
        Fault SERVER_ERROR = new ServerError();

        /** The connection is closed; nothing is stored. */
        Fault CUT_BEFORE = new CutBefore();

        /** It is done, and the connection closed without an answer. */
        Fault STORED_THEN_CUT = new StoredThenCut();

        /** A page, with 200. */
        Fault GARBAGE = new Garbage();

        /**
         * HTTP 429.
         *
         * @param seconds {@code null} for not saying how long
         */
        static Fault ratelimited(Integer seconds) {
            return new RateLimited(seconds);
        }

        /** {@code ok: false}. */
        static Fault error(String code) {
            return new Refusal(code);
        }
    }

    private record ServerError() implements Fault {}

    private record CutBefore() implements Fault {}

    private record StoredThenCut() implements Fault {}

    private record Garbage() implements Fault {}

    private record RateLimited(Integer seconds) implements Fault {}

    private record Refusal(String code) implements Fault {}

    private record Channel(
            String id, String name, boolean hasBot, boolean isArchived, boolean isPrivate, String creator) {

        Map<String, Object> shown() {
            return Map.of(
                    "id", id,
                    "name", name,
                    "is_channel", !isPrivate,
                    "is_group", isPrivate,
                    "is_private", isPrivate,
                    "is_member", hasBot,
                    "is_archived", isArchived,
                    "creator", creator);
        }
    }

    private static final class No extends Exception {

        private final String code;

        No(String code, String why) {
            super(why);
            this.code = code;
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var method = exchange.getRequestURI().getPath().substring("/api/".length());
            var sent = arguments(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            var token = exchange.getRequestHeaders().getFirst("Authorization");
            var fault = called(method);
            if (fault instanceof CutBefore) {
                return;
            }
            if (fault instanceof RateLimited limit) {
                if (limit.seconds() != null) {
                    exchange.getResponseHeaders()
                            .add("Retry-After", limit.seconds().toString());
                }
                answer(exchange, 429, "application/json", "{\"ok\":false,\"error\":\"ratelimited\"}");
            } else if (fault instanceof ServerError) {
                answer(exchange, 500, "text/html", "<html>Something went wrong</html>");
            } else if (fault instanceof Garbage) {
                answer(exchange, 200, "text/html", "<html><body>Sign in to the guest network</body></html>");
            } else if (fault instanceof Refusal refusal) {
                answer(exchange, 200, "application/json", json.writeValueAsString(refused(refusal.code())));
            } else {
                var answer = json.writeValueAsString(answer(method, token, sent));
                if (!(fault instanceof StoredThenCut)) {
                    answer(exchange, 200, "application/json", answer);
                }
            }
        }
    }

    private synchronized Fault called(String method) {
        calls.merge(method, 1, Integer::sum);
        var waiting = faults.get(method);
        return waiting == null ? null : waiting.poll();
    }

    private synchronized Map<String, Object> answer(String method, String token, Map<String, String> sent) {
        try {
            check(("Bearer " + TOKEN).equals(token), "invalid_auth", "another token");
            check(!sent.containsKey("token"), "invalid_auth", "the token among the arguments");
            return switch (method) {
                case "auth.test" ->
                    ok(Map.of(
                            "url",
                            "https://example.slack.com/",
                            "team",
                            "Example",
                            "team_id",
                            "T0EXAMPLE1",
                            "user",
                            "ensemble",
                            "user_id",
                            "U0ENSEMBLE",
                            "bot_id",
                            "B0ENSEMBLE"));
                case "conversations.list" -> list(sent);
                case "conversations.history" -> history(sent);
                case "conversations.replies" -> replies(sent);
                case "conversations.create" -> create(sent);
                case "conversations.info" -> info(sent);
                case "conversations.invite" -> invite(sent);
                case "users.lookupByEmail" -> lookUp(sent);
                case "chat.postMessage" -> post(sent);
                case "chat.update" -> update(sent);
                default -> throw new No("unknown_method", "no such method");
            };
        } catch (No e) {
            complaints.add("%s: %s: %s".formatted(method, e.code, e.getMessage()));
            return refused(e.code);
        } catch (JsonProcessingException | RuntimeException e) {
            complaints.add("%s: invalid_arguments: %s".formatted(method, e));
            return refused("invalid_arguments");
        }
    }

    private Map<String, Object> list(Map<String, String> sent) throws No {
        var types = List.of(sent.getOrDefault("types", "public_channel").split(","));
        check(
                Set.of("public_channel", "private_channel", "mpim", "im").containsAll(types),
                "invalid_types",
                "types %s".formatted(types));
        var withArchived = !isOn(sent.get("exclude_archived"));
        var found = channels.stream()
                .filter(channel -> withArchived || !channel.isArchived())
                .filter(channel -> types.contains(channel.isPrivate() ? "private_channel" : "public_channel"))
                .map(Channel::shown)
                .toList();
        return page("channels", found, sent, 2);
    }

    private Map<String, Object> create(Map<String, String> sent) throws No {
        check(
                Set.of("name", "is_private").containsAll(sent.keySet()),
                "invalid_arguments",
                "arguments " + sent.keySet());
        var name = sent.getOrDefault("name", "");
        check(!name.isEmpty(), "invalid_name_required", "no name");
        check(name.length() <= 80, "invalid_name_maxlength", "a name of " + name.length());
        check(name.matches("[a-z0-9_-]+"), "invalid_name_specials", "name " + name);
        check(isOn(sent.get("is_private")), "invalid_arguments", "a channel for everybody");
        if (channels.stream().anyMatch(channel -> channel.name().equals(name))) {
            return refused("name_taken");
        }
        var channel = new Channel("C0OPENED%02d".formatted(channels.size()), name, true, false, true, WE);
        channels.add(channel);
        return ok(Map.of("channel", channel.shown()));
    }

    /** Somebody asks about a channel; what they type can be wrong, and is no fault of ours. */
    private Map<String, Object> info(Map<String, String> sent) {
        return channels.stream()
                .filter(channel -> channel.id().equals(sent.get("channel")))
                .filter(channel -> channel.hasBot() || !channel.isPrivate())
                .findFirst()
                .map(channel -> ok(Map.of("channel", channel.shown())))
                .orElseGet(() -> refused("channel_not_found"));
    }

    private Map<String, Object> lookUp(Map<String, String> sent) throws No {
        var mail = sent.getOrDefault("email", "");
        check(mail.contains("@"), "invalid_arguments", "email " + mail);
        return strangers.contains(mail)
                ? refused("users_not_found")
                : ok(Map.of("user", Map.of("id", "U" + mail, "profile", Map.of("email", mail))));
    }

    private Map<String, Object> invite(Map<String, String> sent) throws No {
        var channel = channel(sent);
        check(channel.isPrivate(), "invalid_arguments", "an invitation into " + channel.name());
        var user = sent.getOrDefault("users", "");
        check(user.matches("U[^,]+@[^,]+"), "user_not_found", "users " + user);
        var isNew =
                members.computeIfAbsent(channel.id(), any -> new HashSet<>()).add(user.substring(1));
        return isNew ? ok(Map.of("channel", channel.shown())) : refused("already_in_channel");
    }

    private Map<String, Object> history(Map<String, String> sent) throws No {
        var channel = channel(sent);
        var newestFirst = new ArrayList<>(said.descendingMap().values());
        newestFirst.removeIf(
                post -> !post.channel().equals(channel.id()) || post.thread() != null || isTooOld(post, sent));
        return page("messages", shown(newestFirst, sent), sent, PAGE);
    }

    private Map<String, Object> replies(Map<String, String> sent) throws No {
        var channel = channel(sent);
        var parent = said.get(sent.get("ts"));
        check(parent != null && parent.channel().equals(channel.id()), "thread_not_found", "thread " + sent.get("ts"));
        var oldestFirst = new ArrayList<>(threadOf(parent.ts()));
        oldestFirst.removeIf(post -> isTooOld(post, sent));
        oldestFirst.add(0, parent);
        return page("messages", shown(oldestFirst, sent), sent, PAGE);
    }

    private static boolean isTooOld(Said post, Map<String, String> sent) {
        return post.ts().compareTo(sent.getOrDefault("oldest", "0")) <= 0;
    }

    private static List<Map<String, Object>> shown(List<Said> posts, Map<String, String> sent) {
        return posts.stream()
                .map(post -> shown(post, isOn(sent.get("include_all_metadata"))))
                .toList();
    }

    private static Map<String, Object> shown(Said post, boolean withMetadata) {
        var message = new LinkedHashMap<String, Object>();
        message.put("type", "message");
        message.put("ts", post.ts());
        message.put("text", post.fallback());
        if (post.thread() != null) {
            message.put("thread_ts", post.thread());
        }
        if (withMetadata && post.mark() != null) {
            message.put(
                    "metadata", Map.of("event_type", "ensemble_message", "event_payload", Map.of("mark", post.mark())));
        }
        return message;
    }

    private Map<String, Object> post(Map<String, String> sent) throws No, JsonProcessingException {
        var channel = channel(sent);
        checkManners(sent, POST_ARGUMENTS);
        check(OFF.contains(sent.getOrDefault("unfurl_links", "unset")), "invalid_arguments", "unfurl_links is not off");
        check(OFF.contains(sent.getOrDefault("unfurl_media", "unset")), "invalid_arguments", "unfurl_media is not off");
        check(!isOn(sent.get("reply_broadcast")), "invalid_arguments", "a reply that is broadcast");
        var thread = sent.get("thread_ts");
        if (thread != null) {
            var parent = said.get(thread);
            check(
                    parent != null && parent.channel().equals(channel.id()) && parent.thread() == null,
                    "thread_not_found",
                    "thread " + thread);
        }
        var blocks = blocks(sent);
        var post = new Said(
                channel.id(), nextStamp(), thread, String.join("\n", blocks), sent.get("text"), blocks, mark(sent), 0);
        said.put(post.ts(), post);
        return ok(Map.of("channel", channel.id(), "ts", post.ts(), "message", shown(post, false)));
    }

    private Map<String, Object> update(Map<String, String> sent) throws No, JsonProcessingException {
        var channel = channel(sent);
        checkManners(sent, UPDATE_ARGUMENTS);
        var post = said.get(sent.get("ts"));
        check(post != null && post.channel().equals(channel.id()), "message_not_found", "message " + sent.get("ts"));
        check(post.mark() != null, "cant_update_message", "another's message");
        var blocks = blocks(sent);
        said.put(
                post.ts(),
                new Said(
                        post.channel(),
                        post.ts(),
                        post.thread(),
                        String.join("\n", blocks),
                        sent.get("text"),
                        blocks,
                        post.mark(),
                        post.edits() + 1));
        return ok(Map.of("channel", channel.id(), "ts", post.ts(), "text", sent.get("text")));
    }

    private static void checkManners(Map<String, String> sent, Set<String> known) throws No {
        for (var argument : sent.keySet()) {
            check(known.contains(argument), "invalid_arguments", "argument " + argument);
        }
        check(OFF.contains(sent.getOrDefault("link_names", "0")), "invalid_arguments", "link_names is on");
        var text = sent.getOrDefault("text", "");
        check(!text.isBlank(), "no_text", "no text beside the blocks");
        check(text.length() <= LONGEST_FALLBACK, "msg_too_long", "a text of " + text.length());
    }

    private List<String> blocks(Map<String, String> sent) throws No, JsonProcessingException {
        var blocks = json.readTree(sent.getOrDefault("blocks", "[]"));
        check(blocks.isArray() && !blocks.isEmpty(), "invalid_blocks", "no blocks");
        check(blocks.size() <= MOST_BLOCKS, "invalid_blocks", blocks.size() + " blocks");
        var texts = new ArrayList<String>();
        for (var block : blocks) {
            texts.add(section(block));
        }
        var length = texts.stream().mapToInt(String::length).sum();
        check(length <= LONGEST_BLOCKS, "msg_blocks_too_long", length + " in all blocks");
        return List.copyOf(texts);
    }

    private static String section(JsonNode block) throws No {
        check(block.path("type").asText().equals("section"), "invalid_blocks", "a block " + block.path("type"));
        var text = block.path("text");
        check(text.path("type").asText().equals("mrkdwn"), "invalid_blocks", "a text " + text.path("type"));
        check(text.path("verbatim").asBoolean(), "invalid_blocks", "a text that is not verbatim");
        check(text.path("text").isTextual(), "invalid_blocks", "no text in a block");
        var content = text.path("text").asText();
        check(!content.isBlank(), "invalid_blocks", "an empty block");
        check(content.length() <= LONGEST_SECTION, "invalid_blocks", "a block of " + content.length());
        check(!PINGS_OTHERS.matcher(content).find(), "invalid_blocks", "pings: " + content);
        return content;
    }

    private String mark(Map<String, String> sent) throws No, JsonProcessingException {
        var metadata = json.readTree(sent.getOrDefault("metadata", "{}"));
        var type = metadata.path("event_type").asText();
        check(EVENT_TYPE.matcher(type).matches(), "invalid_metadata_format", "event_type " + type);
        check(metadata.path("event_payload").isObject(), "invalid_metadata_format", "no event_payload");
        check(type.equals("ensemble_message"), "invalid_metadata_format", "event_type " + type);
        var mark = metadata.path("event_payload").path("mark");
        check(mark.isTextual() && !mark.asText().isBlank(), "invalid_metadata_format", "no mark");
        return mark.asText();
    }

    private Channel channel(Map<String, String> sent) throws No {
        var found = channels.stream()
                .filter(channel -> channel.id().equals(sent.get("channel")))
                .findFirst()
                .orElseThrow(() -> new No("channel_not_found", "channel " + sent.get("channel")));
        check(found.hasBot(), "not_in_channel", "channel " + found.name());
        check(!found.isArchived(), "is_archived", "channel " + found.name());
        return found;
    }

    private static Map<String, Object> page(
            String what, List<Map<String, Object>> all, Map<String, String> sent, int longest) throws No {
        var limit = Integer.parseInt(sent.getOrDefault("limit", "100"));
        check(limit >= 1 && limit <= 999, "invalid_limit", "limit " + limit);
        var from = sent.containsKey("cursor") ? Integer.parseInt(sent.get("cursor")) : 0;
        check(from >= 0 && from <= all.size(), "invalid_cursor", "cursor " + from);
        var to = Math.min(all.size(), from + Math.min(limit, longest));
        var next = to < all.size() ? String.valueOf(to) : "";
        return ok(Map.of(
                what,
                all.subList(from, to),
                "has_more",
                to < all.size(),
                "response_metadata",
                Map.of("next_cursor", next)));
    }

    private static Map<String, Object> ok(Map<String, Object> rest) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("ok", true);
        answer.putAll(rest);
        return answer;
    }

    private static Map<String, Object> refused(String code) {
        return Map.of("ok", false, "error", code);
    }

    private static void check(boolean isFine, String code, String otherwise) throws No {
        if (!isFine) {
            throw new No(code, otherwise);
        }
    }

    private static boolean isOn(String flag) {
        return "1".equals(flag) || "true".equals(flag);
    }

    private List<Said> select(Predicate<Said> which) {
        return said.values().stream().filter(which).toList();
    }

    /** Microseconds; never the same twice. */
    private String nextStamp() {
        lastStamp = Math.max(lastStamp + 1, ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
        return "%d.%06d".formatted(lastStamp / 1_000_000, lastStamp % 1_000_000);
    }

    private static Map<String, String> arguments(String form) {
        var arguments = new LinkedHashMap<String, String>();
        for (var pair : form.split("&")) {
            var parts = pair.split("=", 2);
            if (parts.length == 2) {
                arguments.put(decoded(parts[0]), decoded(parts[1]));
            }
        }
        return arguments;
    }

    private static String decoded(String part) {
        return URLDecoder.decode(part, StandardCharsets.UTF_8);
    }

    private static void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
