package dev.ensemble.remind;

import dev.ensemble.Walk;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What tests of reminders begin with: nobody has been reminded of anything, and there is something to be reminded of. */
final class Reminded {

    private Reminded() {}

    static void ofNothingYet(JdbcClient jdbc) {
        jdbc.sql("delete from reminder").update();
        jdbc.sql("delete from nudge").update();
    }

    /** An incident with a follow-up for each of these owners, all of them due. */
    static Walk due(Walk walk, String... owners) {
        walk.meeting()
                .complete("holdMeeting", "maya", Map.of("causes", "One", "lessons", ""))
                .complete(
                        "agreeOnFollowUps",
                        "maya",
                        Map.of(
                                "followUps",
                                Stream.of(owners).map(Walk::followUp).toList()));
        for (var each : owners) {
            walk.ring("BoundaryEvent_followUpDue");
        }
        return walk.say();
    }
}
