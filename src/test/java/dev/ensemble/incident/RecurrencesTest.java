package dev.ensemble.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.incident.Insight.Kind;
import dev.ensemble.incident.Recurrence.Rule;
import dev.ensemble.incident.Recurrence.State;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was seen before, by the rule of docs/recurrence.md. */
@EnsembleTest
class RecurrencesTest {

    @Autowired
    ObjectProvider<Walk> walks;

    @Autowired
    Recurrences recurrences;

    @Autowired
    Incidents incidents;

    @Autowired
    Learned learned;

    @Autowired
    FollowUps followUps;

    @Autowired
    JdbcClient jdbc;

    private String service;

    @BeforeEach
    void aServiceOfOurOwn() {
        service = "PULMap " + UUID.randomUUID();
    }

    @Test
    void bothHostsBehindTheLoadBalancerAreLostAgain() {
        var first = past("2020-07-14T13:00:00Z", "down", "PULMap is down: the load balancer finds no healthy host");
        learned.add(first, new Insight(Kind.CAUSE, "Both upstream hosts were lost at once behind the load balancer"));
        followUps.agree(
                first,
                new Agreed(
                        "Put the hosts on two hypervisors",
                        "eli",
                        LocalDate.now(),
                        "They stand on two",
                        null,
                        null,
                        null,
                        false),
                "maya");
        var second = past("2024-02-08T15:00:00Z", "down", "Both upstream hosts are lost behind the load balancer");

        recurrences.find(incidents.get(second));

        assertThat(recurrences.of(second)).singleElement().satisfies(found -> {
            assertThat(found.earlier().id()).isEqualTo(first);
            assertThat(found.rule()).isEqualTo(Rule.SAME_CONDITION);
            assertThat(found.state()).isEqualTo(State.SUGGESTED);
            assertThat(found.wordsAlike()).isEqualTo(7);
            assertThat(found.words()).isEqualTo(7);
            assertThat(found.score()).isEqualTo(100);
            assertThat(found.why())
                    .endsWith("was down then, too; 7 of 7 words of the summary are in its summary or causes.");
        });
        assertThat(recurrences.of(first)).isEmpty();
    }

    @Test
    void theMostAlikeIsFirstAndAfterItTheLatest() {
        var alike = past("2026-01-01T10:00:00Z", "down", "The map server has no memory");
        var older = past("2026-02-01T10:00:00Z", "down", "Certificates are gone");
        var later = past("2026-03-01T10:00:00Z", "down", "A cable is gone");
        var now = past("2026-04-01T10:00:00Z", "down", "The map server lost its memory");

        recurrences.find(incidents.get(now));
        recurrences.findAgain(incidents.get(now));

        assertThat(recurrences.of(now))
                .extracting(found -> found.earlier().id())
                .containsExactly(alike, later, older);
    }

    @Test
    void anotherConditionIsFoundOnlyWhereItReadsAlike() {
        var alike = past("2026-01-01T10:00:00Z", "degraded", "Tiles of the map server load in a minute");
        past("2026-01-02T10:00:00Z", "degraded", "Searches take a minute");
        past("2026-01-03T10:00:00Z", "insecure", "A map is public that should not be");
        var now = past("2026-04-01T10:00:00Z", "down", "No tiles from the map server for a minute now");

        recurrences.find(incidents.get(now));

        assertThat(recurrences.of(now))
                .extracting(found -> found.earlier().id(), Recurrence::rule)
                .containsExactly(tuple(alike, Rule.ALIKE));
    }

    @Test
    void whatIsTooLongAgoOrOfOthersOrNothingIsNone() {
        past("2019-01-01T10:00:00Z", "down", "The map server has no memory");
        var drill = past("2026-01-01T10:00:00Z", "down", "The map server has no memory");
        var restricted = past("2026-01-02T10:00:00Z", "down", "The map server has no memory");
        var retracted = past("2026-01-03T10:00:00Z", "down", "The map server has no memory");
        var merged = past("2026-01-04T10:00:00Z", "down", "The map server has no memory");
        set(drill, "drill = true");
        set(restricted, "restricted = true");
        set(retracted, "stage = 'retracted'");
        set(merged, "stage = 'merged'");
        var later = past("2026-05-01T10:00:00Z", "down", "The map server has no memory");
        var now = past("2026-04-01T10:00:00Z", "down", "The map server has no memory");

        recurrences.find(incidents.get(now));

        assertThat(recurrences.of(now)).isEmpty();
        for (var none : List.of(drill, restricted, retracted, merged, later, now)) {
            assertThatThrownBy(() -> recurrences.decide(now, none, true, "maya"))
                    .isInstanceOf(Conflict.class);
        }
    }

    @Test
    void drillsRecurInDrills() {
        var drill = past("2026-01-01T10:00:00Z", "down", "The map server has no memory");
        var again = past("2026-04-01T10:00:00Z", "down", "The map server has no memory");
        set(drill, "drill = true");
        set(again, "drill = true");

        recurrences.find(incidents.get(again));

        assertThat(recurrences.of(again))
                .extracting(found -> found.earlier().id())
                .containsExactly(drill);
    }

    @Test
    void whatTurnsOutToBeOfOthersOrNothingIsShownNoMore() {
        var first = past("2026-01-01T10:00:00Z", "down", "The map server has no memory");
        var second = past("2026-02-01T10:00:00Z", "down", "The map server has no memory");
        var now = past("2026-04-01T10:00:00Z", "down", "The map server has no memory");
        recurrences.find(incidents.get(now));
        recurrences.decide(now, first, true, "maya");

        set(first, "restricted = true");
        set(second, "stage = 'retracted'");

        assertThat(recurrences.of(now)).isEmpty();
    }

    @Test
    void aPersonSaysWhetherItIsTheSame() {
        var first = past("2026-01-01T10:00:00Z", "down", "The map server has no memory");
        var second = past("2026-02-01T10:00:00Z", "down", "A cable is gone");
        var named = past("2026-02-02T10:00:00Z", "degraded", "Slow");
        var now = past("2026-04-01T10:00:00Z", "down", "The map server has no memory");
        recurrences.find(incidents.get(now));

        recurrences.decide(now, first, true, "maya");
        recurrences.decide(now, first, true, "noor");
        recurrences.decide(now, second, false, "maya");
        recurrences.decide(now, named, true, "maya");

        assertThat(recurrences.of(now))
                .extracting(found -> found.earlier().id(), Recurrence::rule, Recurrence::state, Recurrence::decidedBy)
                .containsExactlyInAnyOrder(
                        tuple(first, Rule.SAME_CONDITION, State.CONFIRMED, "maya"),
                        tuple(second, Rule.SAME_CONDITION, State.REJECTED, "maya"),
                        tuple(named, Rule.NAMED, State.CONFIRMED, "maya"));

        recurrences.decide(now, first, false, "noor");
        assertThat(recurrences.of(now))
                .filteredOn(found -> found.earlier().id().equals(first))
                .extracting(Recurrence::state, Recurrence::decidedBy)
                .containsExactly(tuple(State.REJECTED, "noor"));
    }

    /** One that was reported at some time in the past. */
    private IncidentId past(String at, String condition, String summary) {
        var id = walks.getObject()
                .reported("Library website", condition, summary)
                .id();
        jdbc.sql("delete from recurrence where incident = :number")
                .param("number", id.number())
                .update();
        jdbc.sql("update incident set service = :service, reported_at = :at, restored_at = :at where number = :number")
                .param("service", service)
                .param("at", OffsetDateTime.parse(at))
                .param("number", id.number())
                .update();
        return id;
    }

    private void set(IncidentId id, String what) {
        jdbc.sql("update incident set " + what + " where number = :number")
                .param("number", id.number())
                .update();
    }
}
