package dev.ensemble.bench;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** An incident from its report until it is closed: four roles, people outside told twice, a meeting, one follow-up. */
final class Lifecycle {

    private static final ZoneId TEAM = ZoneId.of("America/New_York");

    private Lifecycle() {}

    static void lead(Course course) {
        course.report();
        course.take("moderator", "maya");
        course.take("it-manager", "ines");
        course.take("note-taker", "noor");
        course.take("interpreter", "lena");
        course.complete("tellOutside", "ines", Map.of("update", "Some pages do not load. We are working on it."));
        course.complete("updateStatusPage", "ines", Map.of());
        course.complete("investigate", "eli", Map.of("next", "try-fix", "idea", "Restart the workers"));
        course.complete("applyFix", "eli", Map.of("whatWasDone", "Restarted the workers"));
        course.complete("verifyFix", "lena", Map.of("fixed", "yes", "observed", "Pages load again"));
        course.complete("tellOutside", "ines", Map.of("update", "All pages load again."));
        course.complete("updateStatusPage", "ines", Map.of());
        course.complete(
                "scheduleMeeting",
                "noor",
                Map.of(
                        "meetingDate",
                        LocalDate.now(TEAM).plusDays(1).toString(),
                        "meetingTime",
                        "10:00",
                        "meetingMinutes",
                        "50"));
        course.complete("moveMeeting", "noor", Map.of("what", "begin-now"));
        course.complete(
                "holdMeeting", "maya", Map.of("causes", "Both hosts share a rack", "lessons", "Look at the rack"));
        course.complete("agreeOnFollowUps", "maya", Map.of("followUps", List.of(followUp())));
        course.complete("tellOutside", "ines", Map.of("update", "Two hosts shared a rack. One will be moved."));
        course.complete("updateStatusPage", "ines", Map.of());
        course.complete("acceptFollowUp", "eli", Map.of("decision", "accept"));
        course.complete("doFollowUp", "eli", Map.of("outcome", "done", "evidence", "It stands in rack 4"));
        course.complete("verifyFollowUp", "lena", Map.of("verified", "yes", "lookedAt", "I saw it there"));
        course.ring("Event_watchEnded");
    }

    private static Map<String, String> followUp() {
        return Map.of(
                "action",
                "Move one host to another rack",
                "owner",
                "eli",
                "due",
                LocalDate.now(TEAM).plusDays(15).toString(),
                "doneWhen",
                "The hosts stand in two racks");
    }
}
