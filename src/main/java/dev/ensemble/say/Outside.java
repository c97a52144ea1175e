package dev.ensemble.say;

import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Message;
import dev.ensemble.incident.Messages;
import dev.ensemble.incident.Sending;
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
    private final Sending sending;
    private final Incidents incidents;
    private final Mail mail;
    private final Slack slack;

    Outside(Messages messages, Sending sending, Incidents incidents, Mail mail, Slack slack) {
        this.messages = messages;
        this.sending = sending;
        this.incidents = incidents;
        this.mail = mail;
        this.slack = slack;
    }

    void say(Message message) {
        if (staysInTheHouse(message)) {
            sending.notNeeded(message.id());
            return;
        }
        if (message.way() == Way.SLACK) {
            slack.checkMaySay(message.address());
        }
        var before = sending.trying(message.id());
        if (staysInTheHouse(message)) {
            // It has been restricted in this very moment.
            sending.notNeeded(message.id());
            return;
        }
        var posted = message.way() == Way.MAIL ? byMail(message) : inChannel(before);
        sending.said(message, message.text(), posted.channel(), posted.ts());
    }

    /**
     * Whatever a plan says: practice does, and so does what was written before few could know of the incident. From then on
     * somebody writes who knows how little people outside may be told.
     */
    private boolean staysInTheHouse(Message message) {
        var incident = incidents.get(message.incident());
        return incident.drill() || incident.restricted() && message.addedAt().isBefore(incident.restrictedAt());
    }

    private Posted byMail(Message message) {
        var first = messages.firstTo(message);
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
        return slack.post(new Post(
                message.address(), null, escaped(message.text()), message.mark().toString(), message.firstTriedAt()));
    }

    private static String escaped(String text) {
        return text.lines().map(SlackText::escape).collect(Collectors.joining("\n"));
    }
}
