package dev.ensemble.say;

import dev.ensemble.incident.Audience;
import dev.ensemble.incident.Incident;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Message;
import dev.ensemble.incident.Message.Kind;
import dev.ensemble.incident.Messages;
import dev.ensemble.incident.Sending;
import dev.ensemble.incident.Way;
import dev.ensemble.incident.WorkingHours;
import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.Token;
import dev.ensemble.slack.SlackText;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** A person says what we could not. With the link of their announcement we can go on in its thread. */
@Component
class DoByHand implements Answer {

    private static final String SAID = "said";
    private static final Pattern LINK =
            Pattern.compile("https://\\S+/archives/(?<channel>[A-Z0-9]+)/p(?<seconds>\\d{10})(?<rest>\\d{6})\\S*");

    private static final DateTimeFormatter SENT = DateTimeFormatter.ofPattern("d MMMM, HH:mm z", Locale.ENGLISH);

    /** Not in the incident's own channel, also where few may know of it. */
    private static final Set<Kind> SAID_ELSEWHERE = Set.of(Kind.OUTSIDE, Kind.TAKING_BACK);

    private final Messages messages;
    private final Sending sending;
    private final Incidents incidents;
    private final Places places;
    private final WorkingHours hours;

    DoByHand(Messages messages, Sending sending, Incidents incidents, Places places, WorkingHours hours) {
        this.hours = hours;
        this.messages = messages;
        this.sending = sending;
        this.incidents = incidents;
        this.places = places;
    }

    @Override
    public Map<String, Object> shown(Token token) {
        var kind = messages.get(token.message()).kind();
        return Map.of("why", token.why(), "takesBack", kind == Kind.TAKING_BACK, "letsIn", kind == Kind.LETTING_IN);
    }

    /** An incident can have been restricted while the task stands. */
    @Override
    public Map<String, String> opened(Token token) {
        var message = messages.get(token.message());
        return Map.of(
                "text", message.way() == Way.SLACK ? SlackText.typed(message.text()) : message.text(),
                "channel", message.way() == Way.SLACK ? channel(message) : outside(message));
    }

    private static String outside(Message message) {
        return message.way() == Way.MAIL
                ? "mail to %s, with the subject: %s"
                        .formatted(Markdown.plain(message.address()), Markdown.plain(message.subject()))
                : Markdown.plain(message.address());
    }

    @Override
    public String subject(Token token) {
        var message = messages.get(token.message());
        return switch (message.kind()) {
            case REPLY, REMINDER, ROUND_UP -> "a message for Slack";
            case OUTSIDE -> "word to " + Audience.label(message.about());
            case INVITATION -> "an invitation to the meeting";
            case LETTING_IN -> "let somebody into the channel";
            case TAKING_BACK -> "take back what was said";
            case ANNOUNCEMENT, EDIT -> "the announcement";
        };
    }

    @Override
    public String given(Token token, Form form) {
        var what = form.choice("whatHappened", List.of(SAID, "not-needed"));
        var link = form.text("link", 500);
        var place = LINK.matcher(link);
        if (!link.isEmpty() && !place.matches()) {
            form.refuse(
                    "link", "Copy the link of your message in Slack (its menu has \"Copy link\"), or leave it empty.");
        }
        if (place.matches() && !isWhereItMayBe(token, place.group("channel"))) {
            form.refuse(
                    "link", "Few may know of this. Take your message back there, and say it in the private channel.");
        }
        form.check();
        if (!what.equals(SAID)) {
            sending.notNeeded(token.message());
        } else if (link.isEmpty()) {
            sending.saidByHand(token.message(), null, null);
        } else {
            sending.saidByHand(
                    token.message(), place.group("channel"), place.group("seconds") + "." + place.group("rest"));
        }
        return what.equals(SAID) ? "Said" : "Not needed";
    }

    private boolean isWhereItMayBe(Token token, String channel) {
        var incident = incidents.get(token.incident());
        return !incident.restricted()
                || channel.equals(incident.place())
                || SAID_ELSEWHERE.contains(messages.get(token.message()).kind());
    }

    /** Where somebody finds what is to be taken back. */
    private String standing(Message said, Incident incident) {
        return said.stamp() == null
                ? places.forEverybody(incident)
                : "%s, the message of %s".formatted(places.forEverybody(incident), SENT.format(sent(said.stamp())));
    }

    /** Slack's stamps are times: seconds, a point, and more. */
    private ZonedDateTime sent(String stamp) {
        return Instant.ofEpochSecond(Long.parseLong(stamp.substring(0, stamp.indexOf('.'))))
                .atZone(hours.zone());
    }

    private String channel(Message message) {
        var incident = incidents.get(message.incident());
        if (message.kind() == Kind.TAKING_BACK) {
            return standing(messages.get(message.takesBack()), incident);
        }
        return incident.restricted() && incident.place() == null || Places.isNowhere(incident)
                ? "nowhere: few may know of this, and there is no private channel"
                : places.of(incident);
    }
}
