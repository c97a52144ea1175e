package dev.ensemble.library;

import static dev.ensemble.Surroundings.SLACK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Past;
import dev.ensemble.Round;
import dev.ensemble.Walked;
import dev.ensemble.incident.WorkingHours;
import dev.ensemble.say.NoticeBoard;
import dev.ensemble.slack.SlackStub.Fault;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was learned on this day comes back once, in working hours. */
@EnsembleTest
class TodayAYearAgoTest {

    @RegisterExtension
    static final Walked EVERY_BOX = Walked.allBeside("today-a-year-ago");

    private static final String DIAGRAM = "today-a-year-ago";

    @Autowired
    ObjectProvider<Past> past;

    @Autowired
    Round round;

    @Autowired
    Round other;

    @Autowired
    NoticeBoard board;

    @Autowired
    TodayAYearAgo memory;

    @Autowired
    WorkingHours hours;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ManagementService management;

    @Autowired
    RuntimeService runtime;

    @BeforeEach
    void forget() {
        jdbc.sql("update incident set drill = true").update();
        jdbc.sql("delete from notice").update();
    }

    @AfterEach
    void slackIsWell() {
        SLACK.heal();
        assertThat(SLACK.complaints()).isEmpty();
    }

    @Test
    void saysWhatWasLearnedOnThisDay() {
        var one = yearsAgo(1).lessons("Ask where a <machine> stands", "Look at the rack");
        var older = yearsAgo(7).lessons("Racks have numbers");

        round.begun(DIAGRAM).next().next();

        assertThat(round.isOver()).isTrue();
        assertThat(round.walked()).contains("EndEvent_remembered");
        assertThat(SLACK.lastPost())
                .startsWith("*On this day*")
                .contains(one.id() + "). Readers see", "• Ask where a &lt;machine&gt; stands", "• Look at the rack")
                .contains(older.id().toString(), "• Racks have numbers");
    }

    @Test
    void waitsForWorkToBegin() {
        yearsAgo(1).lessons("Look at the rack");

        round.begun(DIAGRAM);

        var due = round.job().getDuedate().toInstant();
        assertThat(due).isEqualTo(hours.next(due));
    }

    @Test
    void keepsSilentWhereNothingIsWorthIt() {
        yearsAgo(1);
        yearsAgo(2).lessons("Open").is("stage = 'follow-up', closed_at = null");
        yearsAgo(3).lessons("Kept to a few").is("restricted = true");
        yearsAgo(4).lessons("Practised").is("drill = true");
        past.getObject()
                .reported(today().minusYears(1).plusDays(2).toInstant(), "Figgy", "Another day")
                .lessons("Not today");
        var said = SLACK.posts().size();

        round.begun(DIAGRAM).next();

        assertThat(round.isOver()).isTrue();
        assertThat(round.walked()).contains("EndEvent_nothingToRemember");
        assertThat(SLACK.posts()).hasSize(said);
    }

    @Test
    void saysItOnceADayAlsoAfterAStopOfDays() {
        yearsAgo(1).lessons("Look at the rack");
        round.begun(DIAGRAM).next().next();
        var said = SLACK.posts().size();

        other.begun(DIAGRAM).next();

        assertThat(other.isOver()).isTrue();
        assertThat(SLACK.posts()).hasSize(said);
    }

    @Test
    void speaksForTheDaysOffBefore() {
        var monday = LocalDate.of(2026, 11, 23);
        var friday = LocalDate.of(2026, 11, 20);
        on(2025, 11, 22).lessons("Of a Sunday's day");
        on(2025, 11, 21).lessons("Of a Saturday's day");
        on(2025, 11, 20).lessons("Of the Friday's day");

        assertThat(memory.on(monday).toString())
                .contains("Of a Sunday's day", "Of a Saturday's day")
                .doesNotContain("Of the Friday's day");
        assertThat(memory.on(friday).toString()).contains("Of the Friday's day").doesNotContain("Sunday");
    }

    @Test
    void saysNothingTwiceWhereNobodyKnowsWhetherItWasSaid() {
        var one = yearsAgo(1).lessons("Look at the rack");
        round.begun(DIAGRAM).next();
        SLACK.fail("chat.postMessage", Fault.STORED_THEN_CUT);

        round.tryNext();
        assertThat(round.isOver()).isFalse();
        round.next();

        assertThat(round.isOver()).isTrue();
        assertThat(SLACK.postsContaining(one.id() + "). Readers see")).hasSize(1);
    }

    @Test
    void waitsWhileSlackIsBusyAndFailsVisiblyWhereItRefuses() {
        var one = yearsAgo(1).lessons("Look at the rack");
        round.begun(DIAGRAM).next();

        SLACK.fail("chat.postMessage", Fault.ratelimited(1));
        var retries = round.job().getRetries();
        round.tryNext();
        assertThat(round.job().getRetries()).isEqualTo(retries);
        SLACK.fail("chat.postMessage", Fault.error("not_in_channel"));
        await().until(() -> {
            round.tryNext();
            return round.job().getRetries() == 0;
        });
        management.setJobRetries(round.job().getId(), 1);
        round.next();

        assertThat(SLACK.postsContaining(one.id() + "). Readers see")).hasSize(1);
    }

    @Test
    void saysNothingAnyMoreThatIsLateOrKeptToAFewSince() {
        var said = SLACK.posts().size();
        yearsAgo(1).lessons("Look at the rack").is("restricted = true");
        board.reserve(DIAGRAM, today().toLocalDate());
        board.reserve(DIAGRAM, today().toLocalDate().minusDays(1));

        board.say(
                DIAGRAM,
                Period.ofDays(1),
                day -> day.isBefore(today().toLocalDate()) ? Map.of("incidents", List.of()) : memory.on(day));

        assertThat(SLACK.posts()).hasSize(said);
        assertThat(jdbc.sql("select state from notice").query(String.class).list())
                .containsExactly("not-needed", "not-needed");
    }

    @RepeatedTest(3)
    void ofTwoNodesOneSaysIt() throws Exception {
        var one = yearsAgo(1).lessons("Look at the rack");
        round.begun(DIAGRAM);
        other.begun(DIAGRAM);
        var barrier = new CyclicBarrier(2);
        var nodes = Executors.newFixedThreadPool(2);
        try {
            var running = new ArrayList<Future<?>>();
            for (var node : List.of(round, other)) {
                running.add(nodes.submit(() -> {
                    barrier.await();
                    return node.tryNext();
                }));
            }
            for (var node : running) {
                node.get();
            }
        } finally {
            nodes.shutdownNow();
        }
        for (var node : List.of(round, other)) {
            while (!node.isOver()) {
                node.next();
            }
        }

        assertThat(SLACK.postsContaining(one.id() + "). Readers see")).hasSize(1);
        assertThat(round.walked().contains("EndEvent_remembered"))
                .isNotEqualTo(other.walked().contains("EndEvent_remembered"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"today-a-year-ago", "monthly-digest"})
    void nobodyButTheClockBeginsIt(String diagram) {
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey(diagram)).hasMessageContaining("begins by itself");
        assertThatThrownBy(() -> runtime.startProcessInstanceByKey(diagram, "INC-1"))
                .hasMessageContaining("begins by itself");
        assertThat(round.start(diagram).getDuedate()).isAfter(Instant.EPOCH);
    }

    private ZonedDateTime today() {
        return hours.today(clock.instant()).atTime(12, 0).atZone(hours.zone());
    }

    private Past yearsAgo(int years) {
        return past.getObject()
                .reported(today().minusYears(years).toInstant(), "Figgy", "Readers see an error on every page");
    }

    private Past on(int year, int month, int day) {
        return past.getObject()
                .reported(
                        LocalDate.of(year, month, day)
                                .atTime(12, 0)
                                .atZone(hours.zone())
                                .toInstant(),
                        "Figgy",
                        "Readers see an error");
    }
}
