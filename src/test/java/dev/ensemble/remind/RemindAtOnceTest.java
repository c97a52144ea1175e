package dev.ensemble.remind;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.AtAnyHour;
import dev.ensemble.AtOnce;
import dev.ensemble.Walk;
import dev.ensemble.incident.Reminder;
import dev.ensemble.incident.Reminder.State;
import dev.ensemble.incident.Reminders;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Two nodes gather in one moment, or somebody is done in that moment. */
@AtAnyHour
class RemindAtOnceTest {

    private static final int ROUNDS = 3;

    @Autowired
    Walk walk;

    @Autowired
    Walk other;

    @Autowired
    Gathering gathering;

    @Autowired
    Reminders reminders;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nobodyIsRemindedYet() {
        Reminded.ofNothingYet(jdbc);
    }

    @RepeatedTest(ROUNDS)
    void nothingIsGatheredTwice() throws Exception {
        Reminded.due(walk, "eli", "sam");
        Reminded.due(other, "eli");
        var one = UUID.randomUUID().toString();
        var two = UUID.randomUUID().toString();
        var three = UUID.randomUUID().toString();

        var failures = AtOnce.failures(() -> gather(one), () -> gather(two), () -> gather(three));

        assertThat(failures).isEmpty();
        assertThat(reminders.nudges(one).size()
                        + reminders.nudges(two).size()
                        + reminders.nudges(three).size())
                .isEqualTo(2);
        assertThat(reminders.of(walk.id())).extracting(Reminder::state).containsOnly(State.GATHERED);
        assertThat(reminders.of(other.id())).extracting(Reminder::state).containsOnly(State.GATHERED);
    }

    @RepeatedTest(ROUNDS)
    void nobodyIsRemindedOfMoreThanIsLeftForTheDay() throws Exception {
        Reminded.due(walk, "eli");
        for (var message = 0; message < 2; message++) {
            gather(UUID.randomUUID().toString());
            reminders.add(walk.id(), "eli", "follow-up-due", about(), "owner");
            jdbc.sql("update reminder set state = 'said' where state = 'gathered'")
                    .update();
        }
        reminders.add(walk.id(), "eli", "follow-up-late", about(), "owner");

        AtOnce.failures(
                () -> gather(UUID.randomUUID().toString()),
                () -> gather(UUID.randomUUID().toString()));

        assertThat(reminders.count("eli", Instant.EPOCH)).isEqualTo(3);
    }

    private void gather(String round) {
        transaction.executeWithoutResult(status -> gathering.gather(round, Instant.now()));
    }

    private String about() {
        return reminders.of(walk.id()).get(0).about();
    }
}
