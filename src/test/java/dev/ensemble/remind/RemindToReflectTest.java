package dev.ensemble.remind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.AtAnyHour;
import dev.ensemble.Walk;
import dev.ensemble.incident.Reminder;
import dev.ensemble.incident.Reminder.State;
import dev.ensemble.incident.Reminders;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody who has not looked back yet. */
@AtAnyHour
class RemindToReflectTest {

    @Autowired
    Walk walk;

    @Autowired
    Reminders reminders;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nobodyIsRemindedYet() {
        Reminded.ofNothingYet(jdbc);
    }

    @Test
    void isRemindedTogetherWithOthers() {
        walk.restored().ring("BoundaryEvent_reflectionDue").ring("BoundaryEvent_reflectionDue");

        walk.remind().say();

        assertThat(walk.thread())
                .filteredOn(said -> said.contains("today is the last day"))
                .singleElement()
                .asString()
                .contains("Maya Osei", "Noor Haddad", walk.id().toString());
    }

    @Test
    void isNotRemindedOnceItIsDone() {
        walk.restored()
                .ring("BoundaryEvent_reflectionDue")
                .ring("BoundaryEvent_reflectionDue")
                .completeOwn("reflectAlone", "maya", Map.of());

        walk.remind().say();

        assertThat(walk.thread())
                .filteredOn(said -> said.contains("today is the last day"))
                .singleElement()
                .asString()
                .contains("Noor Haddad")
                .doesNotContain("Maya Osei");
        assertThat(reminders.of(walk.id()))
                .extracting(Reminder::state)
                .containsExactlyInAnyOrder(State.SAID, State.NOT_NEEDED);
    }

    @Test
    void hearsOfItBesideOtherThings() {
        walk.restored();
        reminders.add(walk.id(), "noor", "reflection-due", "reflection", "participant");
        reminders.add(walk.id(), "noor", "reflection-due", "another", "participant");

        walk.remind().say();

        assertThat(walk.thread())
                .last()
                .asString()
                .contains("a few things wait for you", "*look back alone* (today is the last day)");
    }
}
