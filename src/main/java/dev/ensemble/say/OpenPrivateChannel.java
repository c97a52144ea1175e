package dev.ensemble.say;

import dev.ensemble.incident.Incident;
import dev.ensemble.incident.Incidents;
import dev.ensemble.process.CannotSucceed;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.process.TryLater;
import dev.ensemble.slack.PrivateChannels;
import dev.ensemble.slack.SlackBusy;
import dev.ensemble.slack.SlackRefused;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** A restricted incident gets a channel of its own. Opening twice opens one: its name is the incident's, and nobody guesses it. */
@Component
class OpenPrivateChannel implements Step {

    private static final Logger LOG = LoggerFactory.getLogger(OpenPrivateChannel.class);

    private static final int UNGUESSED = 8;

    private final Incidents incidents;
    private final PrivateChannels channels;

    OpenPrivateChannel(Incidents incidents, PrivateChannels channels) {
        this.incidents = incidents;
        this.channels = channels;
    }

    @Override
    public void run(Token token) {
        var incident = incidents.get(token.incident());
        if (incident.place() != null) {
            return;
        }
        try {
            var opened = channels.open(name(incident));
            if (opened.isEmpty()) {
                LOG.info("no Slack token: what there is to say about {} stays in the record.", incident.id());
            }
            incidents.saidIn(incident.id(), opened.orElse(Incident.NOWHERE));
        } catch (SlackBusy e) {
            throw new TryLater(e.retryAfter(), e);
        } catch (SlackRefused e) {
            throw new CannotSucceed(e.getMessage(), e);
        }
    }

    /** Neutral: that a channel is there can be seen by who runs Slack. */
    private static String name(Incident incident) {
        return "%s-%s"
                .formatted(
                        incident.id().toString().toLowerCase(Locale.ROOT),
                        incident.circle().substring(0, UNGUESSED));
    }
}
