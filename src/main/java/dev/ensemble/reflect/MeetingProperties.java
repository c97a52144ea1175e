package dev.ensemble.reflect;

import dev.ensemble.incident.Meeting;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What a post-incident meeting may be like.
 *
 * @param notice how long before a meeting people are asked to it at least, where its time is one that is proposed
 * @param lengths how long it can be, in minutes, besides what the response plan says
 */
@ConfigurationProperties("ensemble.meeting")
record MeetingProperties(Duration notice, List<Integer> lengths) {

    MeetingProperties {
        if (notice == null || notice.isNegative()) {
            throw new IllegalArgumentException("ENSEMBLE_MEETING_NOTICE is %s; say a time, such as 2h, or 0s for none."
                    .formatted(notice == null ? "empty" : notice));
        }
        lengths = lengths == null ? List.of() : List.copyOf(lengths);
        for (var minutes : lengths) {
            if (minutes < 1 || minutes > Meeting.LONGEST.toMinutes()) {
                throw new IllegalArgumentException(
                        "ENSEMBLE_MEETING_LENGTHS has %d; say minutes from 1 to %d, with commas between, such as 25,50."
                                .formatted(minutes, Meeting.LONGEST.toMinutes()));
            }
        }
    }
}
