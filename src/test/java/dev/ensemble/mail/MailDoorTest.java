package dev.ensemble.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.mail.MailSenderAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which mail it is goes by the settings. */
class MailDoorTest {

    private final ApplicationContextRunner product = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(MailSenderAutoConfiguration.class))
            .withUserConfiguration(Settings.class, MailDoor.class);

    @Test
    void writesToTheLogWhereThereIsNoServer() {
        product.run(context -> {
            assertThat(context).getBean(Mail.class).isInstanceOf(LoggedMail.class);
            context.getBean(Mail.class).send(new Letter("list@example.org", "Down", "It is down", "mark", null));
        });
        product.withPropertyValues("spring.mail.host=")
                .run(context -> assertThat(context).getBean(Mail.class).isInstanceOf(LoggedMail.class));
    }

    @Test
    void sendsWhereThereIsOne() {
        product.withPropertyValues("spring.mail.host=mail.example.org", "ensemble.mail.from=IT <it@example.org>")
                .run(context -> assertThat(context).getBean(Mail.class).isInstanceOf(SmtpMail.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "it", "a@example.org, b@example.org"})
    void stopsTheStartWhereNobodyIsSaidToWrite(String from) {
        product.withPropertyValues("spring.mail.host=mail.example.org", "ensemble.mail.from=" + from)
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining("ENSEMBLE_MAIL_FROM is \"%s\"".formatted(from)));
    }

    @Configuration
    @EnableConfigurationProperties(MailProperties.class)
    static class Settings {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }
    }
}
