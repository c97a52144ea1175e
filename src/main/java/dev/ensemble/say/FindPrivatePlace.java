package dev.ensemble.say;

import dev.ensemble.incident.Incident;
import dev.ensemble.incident.Incidents;
import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.Token;
import dev.ensemble.slack.PrivateChannels;
import dev.ensemble.slack.SlackBusy;
import dev.ensemble.slack.SlackRefused;
import dev.ensemble.slack.SlackUnreachable;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** A person says where a restricted incident can be spoken of among few. Until then, and without such a place, nothing is posted. */
@Component
class FindPrivatePlace implements Answer {

    private static final String CHANNEL = "channel";
    private static final Pattern ID_OR_LINK =
            Pattern.compile("(?:https://\\S+/archives/)?(?<id>[CG][A-Z0-9]{6,})(?:[/?]\\S*)?");

    private final Incidents incidents;
    private final PrivateChannels channels;

    FindPrivatePlace(Incidents incidents, PrivateChannels channels) {
        this.incidents = incidents;
        this.channels = channels;
    }

    @Override
    public Map<String, Object> shown(Token token) {
        return Map.of("why", token.why());
    }

    @Override
    public String given(Token token, Form form) {
        var inChannel = form.choice("place", List.of(CHANNEL, Incident.NOWHERE)).equals(CHANNEL);
        var text = form.text(CHANNEL, 500);
        var named = ID_OR_LINK.matcher(text);
        if (inChannel && !named.matches()) {
            form.refuse(CHANNEL, "Give the id of a private channel, like C0123456789, or its link.");
        } else if (inChannel) {
            check(form, named.group("id"));
        }
        form.check();
        incidents.saidIn(token.incident(), inChannel ? named.group("id") : Incident.NOWHERE);
        return inChannel ? "In a private channel" : "Nowhere; it stays in the record";
    }

    private void check(Form form, String channel) {
        try {
            if (!channels.isPrivate(channel)) {
                form.refuse(
                        CHANNEL,
                        "This is no private channel of ours alone with the bot in it. Make it private, invite the bot, then"
                                + " complete the task again.");
            }
        } catch (SlackRefused | SlackBusy | SlackUnreachable e) {
            form.refuse(CHANNEL, "We cannot see whether it is private: %s".formatted(e.getMessage()));
        }
    }
}
