package dev.ensemble.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@EnsembleTest
class OurTurnTest {

    private static final String AUDIENCE = "the-board";

    @Autowired
    Walk walk;

    @Autowired
    Incidents incidents;

    @Autowired
    Tenures tenures;

    @Autowired
    Obligations obligations;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void report() {
        walk.reported();
    }

    @Test
    void readsAnIncidentOnceAndAnewInTheNextTurn() {
        inTurn(() -> {
            var before = incidents.get(walk.id());
            rewrite("Behind our back");
            assertThat(incidents.get(walk.id())).isEqualTo(before);
        });

        inTurn(() -> assertThat(incidents.get(walk.id()).summary()).isEqualTo("Behind our back"));
    }

    @Test
    void readsAnewOutsideOfATurn() {
        transaction.executeWithoutResult(status -> {
            incidents.get(walk.id());
            rewrite("Nobody's turn");
            assertThat(incidents.get(walk.id()).summary()).isEqualTo("Nobody's turn");
        });
    }

    @Test
    void seesTheStageThatItEntered() {
        inTurn(() -> {
            incidents.get(walk.id());
            incidents.enter(walk.id(), Stage.FIX);
            assertThat(incidents.get(walk.id()).stage()).isEqualTo(Stage.FIX);
        });
    }

    @Test
    void seesWhoHoldsTheRoleNow() {
        inTurn(() -> {
            assertThat(tenures.holder(walk.id(), Role.MODERATOR)).isEmpty();
            tenures.begin(walk.id(), Role.MODERATOR, "maya");
            assertThat(tenures.holder(walk.id(), Role.MODERATOR)).contains("maya");
            tenures.passOn(walk.id(), Role.MODERATOR, "sam", null);
            assertThat(tenures.holder(walk.id(), Role.MODERATOR)).contains("sam");
            tenures.end(walk.id(), Role.MODERATOR, null);
            assertThat(tenures.holder(walk.id(), Role.MODERATOR)).isEmpty();
        });
    }

    @Test
    void seesWhatIsOwedNow() {
        inTurn(() -> {
            assertThat(obligations.open(walk.id(), AUDIENCE)).isEmpty();
            obligations.owe(walk.id(), AUDIENCE, Word.FIRST, Instant.EPOCH);
            assertThat(obligations.open(walk.id(), AUDIENCE))
                    .get()
                    .extracting(Obligation::word)
                    .isEqualTo(Word.FIRST);
            obligations.owe(walk.id(), AUDIENCE, Word.UPDATE, Instant.EPOCH);
            assertThat(obligations.open(walk.id(), AUDIENCE))
                    .get()
                    .extracting(Obligation::word)
                    .isEqualTo(Word.UPDATE);
            obligations.met(obligations.open(walk.id(), AUDIENCE).orElseThrow());
            assertThat(obligations.open(walk.id(), AUDIENCE)).isEmpty();
        });
    }

    private void rewrite(String summary) {
        jdbc.sql("update incident set summary = :summary where number = :number")
                .param("summary", summary)
                .param("number", walk.id().number())
                .update();
    }

    private void inTurn(Runnable doing) {
        transaction.executeWithoutResult(status -> {
            incidents.takeTurn(walk.id());
            doing.run();
        });
    }
}
