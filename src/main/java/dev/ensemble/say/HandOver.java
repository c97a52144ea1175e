package dev.ensemble.say;

import dev.ensemble.incident.Messages;
import dev.ensemble.incident.Sending;
import dev.ensemble.process.Plan;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import org.springframework.stereotype.Component;

/** What could not be said goes to a person as it should have been said; those after it give that person a while. */
@Component
class HandOver implements Step {

    private final Messages messages;
    private final Sending sending;
    private final Announcement announcement;
    private final Plan plan;

    HandOver(Messages messages, Sending sending, Announcement announcement, Plan plan) {
        this.messages = messages;
        this.sending = sending;
        this.announcement = announcement;
        this.plan = plan;
    }

    @Override
    public void run(Token token) {
        var message = messages.get(token.message());
        var text = message.isAnnouncement()
                ? announcement.of(message.incident(), plan.rolesNeeded(token))
                : message.text();
        sending.handedOver(message.id(), text);
    }
}
