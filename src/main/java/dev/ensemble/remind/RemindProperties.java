package dev.ensemble.remind;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How quiet it is.
 *
 * @param perDay how many messages at most remind one person on one day; 0 for none at all
 */
@ConfigurationProperties("ensemble.remind")
record RemindProperties(int perDay) {

    RemindProperties {
        if (perDay < 0) {
            throw new IllegalArgumentException(
                    "ENSEMBLE_REMINDERS_PER_DAY is %d; say how many at most, or 0 for none.".formatted(perDay));
        }
    }
}
