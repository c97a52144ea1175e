package dev.ensemble.remind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.AtAnyHour;
import dev.ensemble.Walk;
import dev.ensemble.incident.Message;
import dev.ensemble.incident.Messages;
import dev.ensemble.incident.Reminder;
import dev.ensemble.incident.Reminder.State;
import dev.ensemble.incident.Reminders;
import dev.ensemble.incident.WorkingHours;
import dev.ensemble.say.Say;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Yesterday, today and tomorrow nobody works. */
@AtAnyHour
@TestPropertySource(properties = "camunda.bpm.process-engine-name=holiday")
class HolidayTest {

    @TempDir
    static Path folder;

    @Autowired
    Walk walk;

    @Autowired
    Reminders reminders;

    @Autowired
    Messages messages;

    @Autowired
    WorkingHours hours;

    @Autowired
    Say say;

    @Autowired
    TransactionTemplate transaction;

    @DynamicPropertySource
    static void aHoliday(DynamicPropertyRegistry registry) throws IOException {
        var today = LocalDate.now(ZoneId.of("America/New_York"));
        var file = Files.writeString(
                folder.resolve("holidays.txt"), """
                # the library is closed
                %s The day before
                %s The day itself
                %s The day after
                """.formatted(today.minusDays(1), today, today.plusDays(1)));
        registry.add("ensemble.holidays", () -> "file:" + file);
    }

    @Test
    void leavesPeopleInPeace() {
        Reminded.due(walk, "eli");

        walk.remind().say();

        assertThat(reminders.of(walk.id())).extracting(Reminder::state).containsExactly(State.WAITING);
        assertThat(messages.of(walk.id())).noneMatch(Message::canWait);
    }

    @Test
    void letsAReminderThatIsUnderWayWait() {
        walk.responding().say();
        transaction.executeWithoutResult(status ->
                say.reminder(walk.id(), "follow-up-due", "1", Map.of("people", "Eli Brandt", "action", "Wait")));

        walk.trySaying();

        assertThat(walk.thread()).noneMatch(said -> said.contains("Eli Brandt: a follow-up"));
        assertThat(walk.sayings()).singleElement().satisfies(job -> {
            assertThat(job.getDuedate()).isCloseTo(Date.from(hours.next(Instant.now())), 60_000);
            assertThat(job.getExceptionMessage()).isNull();
        });
    }
}
