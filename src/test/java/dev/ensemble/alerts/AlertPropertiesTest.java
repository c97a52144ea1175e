package dev.ensemble.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** How much people hear of what monitoring sends is a team's own. */
class AlertPropertiesTest {

    private final ApplicationContextRunner product = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(Settings.class);

    @Test
    void callSixInTenMinutesAStorm() {
        product.run(context -> assertThat(context.getBean(AlertProperties.class))
                .isEqualTo(new AlertProperties(6, Duration.ofMinutes(10), Duration.ofMinutes(10))));
    }

    @Test
    void areAsATeamSays() {
        product.withPropertyValues(
                        "ENSEMBLE_STORM_FROM=20", "ENSEMBLE_STORM_WITHIN=1h", "ENSEMBLE_ALERT_LOOK_AGAIN_AFTER=0s")
                .run(context -> assertThat(context.getBean(AlertProperties.class))
                        .isEqualTo(new AlertProperties(20, Duration.ofHours(1), Duration.ZERO)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ENSEMBLE_STORM_FROM=1",
                "ENSEMBLE_STORM_WITHIN=0s",
                "ENSEMBLE_STORM_WITHIN=",
                "ENSEMBLE_ALERT_LOOK_AGAIN_AFTER=-1m",
                "ENSEMBLE_ALERT_LOOK_AGAIN_AFTER="
            })
    void stopTheStartWhereTheyMakeNoSense(String setting) {
        product.withPropertyValues(setting)
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining(setting.substring(0, setting.indexOf('=')) + " is "));
    }

    @Configuration
    @EnableConfigurationProperties(AlertProperties.class)
    static class Settings {}
}
