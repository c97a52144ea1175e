package dev.ensemble.say;

import dev.ensemble.incident.Incident;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Message;
import dev.ensemble.incident.Messages;
import dev.ensemble.incident.Way;
import dev.ensemble.mail.Letter;
import dev.ensemble.mail.Mail;
import dev.ensemble.slack.Post;
import dev.ensemble.slack.Posted;
import dev.ensemble.slack.Slack;
import dev.ensemble.slack.SlackText;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Says what goes elsewhere than to the incident's own place in Slack: by mail, or in a channel of those outside. */
@Component
class Outside {

    private final Messages messages;
    private final Incidents incidents;
    private final Mail mail;
    private final Slack slack;

    Outside(Messages messages, Incidents incidents, Mail mail, Slack slack) {
        this.messages = messages;
        this.incidents = incidents;
        this.mail = mail;
        this.slack = slack;
    }

    void say(Message message) {
        var incident = incidents.get(message.incident());
        if (incident.drill() || isFromBeforeItWasRestricted(message, incident)) {
            // Whatever a plan says: practice stays in the house, and so does what few may know.
            messages.notNeeded(message.id());
            return;
        }
        var posted = message.way() == Way.MAIL ? byMail(message) : inChannel(message);
        messages.said(message.id(), message.text(), posted.channel(), posted.ts());
    }

    /** From then on somebody writes for people outside who knows how little they may be told. */
    private static boolean isFromBeforeItWasRestricted(Message message, Incident incident) {
        return incident.restricted() && message.addedAt().isBefore(incident.restrictedAt());
    }

    private Posted byMail(Message message) {
        var first = messages.firstTo(message);
        messages.trying(message.id());
        mail.send(new Letter(
                message.address(),
                message.subject(),
                message.text(),
                message.mark().toString(),
                first.id() == message.id() ? null : first.mark().toString(),
                message.calendar()));
        return Posted.NOWHERE;
    }

    private Posted inChannel(Message message) {
        slack.checkMaySay(message.address());
        var before = messages.trying(message.id());
        return slack.post(new Post(
                message.address(), null, escaped(message.text()), before.mark().toString(), before.firstTriedAt()));
    }

    private static String escaped(String text) {
        return text.lines().map(SlackText::escape).collect(Collectors.joining("\n"));
    }
}
