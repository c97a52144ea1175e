package dev.ensemble.library;

import static dev.ensemble.Surroundings.SLACK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Past;
import dev.ensemble.Round;
import dev.ensemble.Walked;
import dev.ensemble.incident.Recurrences;
import dev.ensemble.incident.Rows;
import dev.ensemble.incident.WorkingHours;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a month taught is said in the next, once. */
@EnsembleTest
class MonthlyDigestTest {

    @RegisterExtension
    static final Walked EVERY_BOX = Walked.allBeside("monthly-digest");

    private static final String DIAGRAM = "monthly-digest";

    @Autowired
    ObjectProvider<Past> past;

    @Autowired
    Round round;

    @Autowired
    Round other;

    @Autowired
    Recurrences recurrences;

    @Autowired
    WorkingHours hours;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void forget() {
        jdbc.sql("update incident set drill = true").update();
        jdbc.sql("delete from notice").update();
    }

    @Test
    void saysWhatWasLearnedWhatIsOpenAndWhatCameBack() {
        var before = past.getObject().reported(month().minus(Duration.ofDays(200)), "Figgy", "The same as before");
        var now = past.getObject()
                .reported(month().plus(Duration.ofDays(2)), "Figgy", "Readers see an error")
                .met(Duration.ofDays(3))
                .lessons("Ask where a machine stands")
                .promised("Move a host", "accepted", Duration.ofDays(1), null)
                .promised("Buy a rack", "agreed", Duration.ofDays(400), null)
                .promised("Done", "ended", Duration.ofDays(9), Duration.ofDays(8));
        var again = past.getObject().reported(month().plus(Duration.ofDays(3)), "Catalog", "Broke twice");
        jdbc.sql("""
                        insert into condition_change (incident, at, person, was, became)
                        values (:incident, :at, 'maya', 'restored', 'down')""")
                .param("incident", again.id().number())
                .param("at", Rows.when(month().plus(Duration.ofDays(4))))
                .update();

        var alike = past.getObject().reported(month().plus(Duration.ofDays(4)), "Figgy", "Only alike");
        recurrences.decide(now.id(), before.id(), true, "maya");
        recurrences.decide(alike.id(), before.id(), false, "maya");

        round.begun(DIAGRAM).next().next();

        assertThat(round.isOver()).isTrue();
        assertThat(round.walked()).contains("EndEvent_digestSaid");
        assertThat(SLACK.lastPost())
                .startsWith("*What %s taught us*".formatted(name()))
                .contains("• %s, Figgy: Ask where a machine stands".formatted(now.id()))
                .contains("*What is still open* (2, of which 1 late)")
                .contains("• Move a host (Eli Brandt, by", ", late; " + now.id())
                .contains("• Buy a rack (Eli Brandt, by")
                .doesNotContain("Done (", "Only alike")
                .contains(
                        "• %s: Figgy was down, as it was in %s. Readers see an error".formatted(now.id(), before.id()))
                .contains("• %s: Catalog was down again after it was restored. Broke twice".formatted(again.id()));
    }

    @Test
    void leavesDrillsAndWhatIsKeptToAFewOut() {
        past.getObject()
                .reported(month().plus(Duration.ofDays(2)), "Figgy", "Practised")
                .met(Duration.ofDays(3))
                .lessons("Practised")
                .promised("Practised", "agreed", Duration.ofDays(1), null)
                .is("drill = true");
        past.getObject()
                .reported(month().plus(Duration.ofDays(2)), "Figgy", "Kept to a few")
                .met(Duration.ofDays(3))
                .lessons("Kept to a few")
                .promised("Kept to a few", "agreed", Duration.ofDays(1), null)
                .is("restricted = true");
        var said = SLACK.posts().size();

        round.begun(DIAGRAM).next();

        assertThat(round.isOver()).isTrue();
        assertThat(round.walked()).contains("EndEvent_nothingInMonth");
        assertThat(SLACK.posts()).hasSize(said);
    }

    @Test
    void saysTenOfManyAndHowManyMore() {
        var lessons = new String[14];
        for (var number = 0; number < lessons.length; number++) {
            lessons[number] = "Lesson %d.".formatted(number);
        }
        past.getObject()
                .reported(month().plus(Duration.ofDays(2)), "Figgy", "Much to learn")
                .met(Duration.ofDays(3))
                .lessons(lessons);

        round.begun(DIAGRAM).next().next();

        assertThat(SLACK.lastPost())
                .contains("Lesson 9.", "• … and 4 more, in the library.")
                .doesNotContain("Lesson 10.");
    }

    @Test
    void saysAMonthOnce() {
        past.getObject()
                .reported(month().plus(Duration.ofDays(2)), "Figgy", "Readers see an error")
                .met(Duration.ofDays(3))
                .lessons("Ask where a machine stands");
        round.begun(DIAGRAM).next().next();
        var said = SLACK.posts().size();

        other.begun(DIAGRAM).next();

        assertThat(other.isOver()).isTrue();
        assertThat(SLACK.posts()).hasSize(said);
    }

    /** When the month before began. */
    private Instant month() {
        return first().atStartOfDay(hours.zone()).toInstant();
    }

    private LocalDate first() {
        return hours.today(clock.instant()).minusMonths(1).withDayOfMonth(1);
    }

    private String name() {
        return "%s %d".formatted(first().getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH), first().getYear());
    }
}
