package dev.ensemble.say;

import dev.ensemble.incident.Notices;
import dev.ensemble.process.CannotSucceed;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import dev.ensemble.process.TryLater;
import dev.ensemble.slack.Post;
import dev.ensemble.slack.Slack;
import dev.ensemble.slack.SlackBusy;
import dev.ensemble.slack.SlackRefused;
import org.springframework.stereotype.Component;

/** Says the digest in the incident channel. Saying twice shows once: it carries a mark that is looked for first. */
@Component
class SayDigest implements Step {

    private final Notices notices;
    private final Slack slack;
    private final SayProperties settings;

    SayDigest(Notices notices, Slack slack, SayProperties settings) {
        this.notices = notices;
        this.slack = slack;
        this.settings = settings;
    }

    @Override
    public void run(Token token) {
        try {
            slack.checkMaySay(settings.incidentChannel());
            var notice = notices.trying(token.notice());
            var posted = slack.post(new Post(
                    settings.incidentChannel(),
                    null,
                    notice.text(),
                    notice.mark().toString(),
                    notice.firstTriedAt()));
            notices.said(notice.id(), posted.channel(), posted.ts());
        } catch (SlackBusy e) {
            throw new TryLater(e.retryAfter(), e);
        } catch (SlackRefused e) {
            throw new CannotSucceed(e.getMessage(), e);
        }
    }
}
