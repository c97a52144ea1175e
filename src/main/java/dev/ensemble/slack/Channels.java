package dev.ensemble.slack;

import com.slack.api.model.Conversation;
import com.slack.api.model.ConversationType;
import dev.ensemble.slack.Answers.RefusedWith;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** Slack's channels by their names. People know names, most methods want ids; each name is looked up once. */
class Channels {

    private static final int PAGE = 200;
    private static final Pattern ID = Pattern.compile("[CGD][A-Z0-9]{6,}");
    private static final Set<String> CHANNEL_IS_GONE = Set.of("channel_not_found", "is_archived");

    private final WebApi slack;
    private final Map<String, String> ids = new ConcurrentHashMap<>();

    Channels(WebApi slack) {
        this.slack = slack;
    }

    /**
     * @param channel its name, with or without {@code #}, or already its id
     * @throws SlackRefused when there is none that the bot can see
     */
    String id(String channel) {
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
        return slack.first("the channel #" + name, cursor -> {
            var page = slack.ask(
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
    void forget(String channel, RefusedWith refusal) {
        if (CHANNEL_IS_GONE.contains(refusal.code())) {
            ids.values().remove(channel);
        }
    }
}
