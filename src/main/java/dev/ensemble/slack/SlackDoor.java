package dev.ensemble.slack;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which Slack it is: the real one where there is a token for it. */
@Configuration(proxyBeanMethods = false)
class SlackDoor {

    @Bean
    Slack slack(SlackProperties settings) {
        return settings.hasToken() ? new WebSlack(settings) : new LoggedSlack();
    }

    @Bean
    PrivateChannels privateChannels(Slack slack) {
        return slack instanceof WebSlack web ? new WebPrivateChannels(web) : new NoPrivateChannels();
    }
}
