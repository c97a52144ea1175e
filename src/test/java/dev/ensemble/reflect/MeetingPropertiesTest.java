package dev.ensemble.reflect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

/** What a meeting may be like is a team's own. */
class MeetingPropertiesTest {

    private final ApplicationContextRunner product = new ApplicationContextRunner()
            .withInitializer(new ConfigDataApplicationContextInitializer())
            .withUserConfiguration(Settings.class);

    @Test
    void giveTwoHoursNoticeAndTwoLengths() {
        product.run(context -> assertThat(context.getBean(MeetingProperties.class))
                .isEqualTo(new MeetingProperties(Duration.ofHours(2), List.of(25, 50))));
    }

    @Test
    void areAsATeamSays() {
        product.withPropertyValues("ENSEMBLE_MEETING_NOTICE=0s", "ENSEMBLE_MEETING_LENGTHS=15, 90")
                .run(context -> assertThat(context.getBean(MeetingProperties.class))
                        .isEqualTo(new MeetingProperties(Duration.ZERO, List.of(15, 90))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ENSEMBLE_MEETING_NOTICE=-1h",
                "ENSEMBLE_MEETING_NOTICE=",
                "ENSEMBLE_MEETING_LENGTHS=25,0",
                "ENSEMBLE_MEETING_LENGTHS=481"
            })
    void stopTheStartWhereTheyMakeNoSense(String setting) {
        product.withPropertyValues(setting)
                .run(context -> assertThat(context.getStartupFailure())
                        .hasStackTraceContaining(setting.substring(0, setting.indexOf('=')) + " "));
    }

    @Configuration
    @EnableConfigurationProperties(MeetingProperties.class)
    static class Settings {}
}
