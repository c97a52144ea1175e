package dev.ensemble.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** How patient we are with other systems is a team's own. */
class WebhookPropertiesTest {

    private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

    private final ApplicationContextRunner product = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(Settings.class);

    @Test
    void leaveAReceiverAloneForSecondsAndForAQuarterOfAnHourAtMost() {
        product.run(context -> {
            var settings = context.getBean(WebhookProperties.class);
            assertThat(settings.rest(0)).isEqualTo(Duration.ofSeconds(5));
            assertThat(settings.rest(1)).isEqualTo(Duration.ofSeconds(10));
            assertThat(settings.rest(1000)).isEqualTo(Duration.ofMinutes(15));
            assertThat(settings.granted(Duration.ofMinutes(10))).isEqualTo(Duration.ofMinutes(10));
            assertThat(settings.granted(Duration.ofDays(10))).isEqualTo(Duration.ofHours(1));
            assertThat(settings.isOutOfPatience(NOW.minus(Duration.ofHours(24)), NOW))
                    .isFalse();
            assertThat(settings.isOutOfPatience(NOW.minus(Duration.ofHours(25)), NOW))
                    .isTrue();
        });
    }

    @Test
    void areAsPatientAsATeamSays() {
        product.withPropertyValues(
                        "ENSEMBLE_WEBHOOK_PATIENCE=2h",
                        "ENSEMBLE_WEBHOOK_FIRST_REST=1m",
                        "ENSEMBLE_WEBHOOK_LONGEST_REST=3m",
                        "ENSEMBLE_WEBHOOK_LONGEST_RETRY_AFTER=5m")
                .run(context -> {
                    var settings = context.getBean(WebhookProperties.class);
                    assertThat(settings.rest(1)).isEqualTo(Duration.ofMinutes(2));
                    assertThat(settings.rest(2)).isEqualTo(Duration.ofMinutes(3));
                    assertThat(settings.granted(Duration.ofMinutes(10))).isEqualTo(Duration.ofMinutes(5));
                    assertThat(settings.isOutOfPatience(NOW.minus(Duration.ofHours(3)), NOW))
                            .isTrue();
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ENSEMBLE_WEBHOOK_PATIENCE=-1d",
                "ENSEMBLE_WEBHOOK_PATIENCE=",
                "ENSEMBLE_WEBHOOK_FIRST_REST=0s",
                "ENSEMBLE_WEBHOOK_LONGEST_REST=2s",
                "ENSEMBLE_WEBHOOK_LONGEST_RETRY_AFTER=1ms"
            })
    void stopTheStartWhereTheyMakeNoSense(String setting) {
        product.withPropertyValues(setting)
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining(setting.substring(0, setting.indexOf('=')) + " is "));
    }

    @Configuration
    @EnableConfigurationProperties(WebhookProperties.class)
    static class Settings {}
}
