package dev.ensemble.incident;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * An incident as a file under {@code examples} tells it, from its report to its end. People are user ids.
 *
 * @param sameAs the name of the example that the meeting said it to be a repeat of, {@code null} for none
 * @param didNotHold the actions among that one's follow-ups that it showed not to hold
 */
record ExampleIncident(
        String service,
        String reportedAs,
        String summary,
        String reporter,
        Instant reportedAt,
        Instant restoredAt,
        Instant closedAt,
        List<Happened> timeline,
        List<Held> roles,
        Met meeting,
        List<String> causes,
        List<String> lessons,
        List<String> wentWell,
        List<String> luck,
        String sameAs,
        List<String> didNotHold,
        List<Promised> followUps) {

    ExampleIncident {
        timeline = listed(timeline);
        roles = listed(roles);
        causes = listed(causes);
        lessons = listed(lessons);
        wentWell = listed(wentWell);
        luck = listed(luck);
        didNotHold = listed(didNotHold);
        followUps = listed(followUps);
    }

    /** @param label what happened, in the words of a diagram; a finding where there is none */
    record Happened(Instant at, String label, String person, String text) {}

    record Held(String role, String person, Instant since, Instant until, String reason) {}

    record Met(Instant at, int minutes) {}

    record Promised(
            String action,
            String owner,
            LocalDate due,
            String doneWhen,
            String kind,
            String state,
            String evidence,
            String verifiedBy,
            Instant verifiedAt,
            String reason,
            Instant endedAt) {}

    private static <T> List<T> listed(List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
