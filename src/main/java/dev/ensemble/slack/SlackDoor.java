package dev.ensemble.slack;

import dev.ensemble.operate.Door;
import dev.ensemble.operate.Reach;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which Slack it is: the real one where there is a token for it. */
@Configuration(proxyBeanMethods = false)
class SlackDoor {

    @Bean
    Reach slackReach(SlackProperties settings, Clock clock) {
        return new Reach("slack", settings.hasToken(), clock);
    }

    @Bean
    Slack slack(SlackProperties settings, Reach slackReach) {
        return settings.hasToken() ? new WebSlack(settings, slackReach) : new LoggedSlack();
    }

    @Bean
    Door slackLookedAt(Slack slack) {
        return slack instanceof WebSlack web ? web::look : () -> {};
    }

    @Bean
    PrivateChannels privateChannels(Slack slack) {
        return slack instanceof WebSlack web ? new WebPrivateChannels(web.api()) : new NoPrivateChannels();
    }
}
