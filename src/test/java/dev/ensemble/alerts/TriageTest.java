package dev.ensemble.alerts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Surroundings;
import dev.ensemble.Walk;
import dev.ensemble.Walked;
import dev.ensemble.alerts.Alert.Status;
import dev.ensemble.incident.Condition;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Recurrence.Rule;
import dev.ensemble.incident.Recurrences;
import dev.ensemble.incident.Timeline;
import dev.ensemble.incident.Triage;
import dev.ensemble.incident.Triage.State;
import dev.ensemble.incident.Triages;
import dev.ensemble.process.Course;
import dev.ensemble.slack.SlackStub;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

/** An alert waits for somebody to say what it is. */
@EnsembleTest
class TriageTest {

    @RegisterExtension
    static final Walked EVERY_BOX = Walked.allBeside("triage");

    private static final Map<String, Object> DECLARE = Map.of(
            "decision", "declare", "service", "Figgy", "condition", "down", "summary", "Nobody can open an image");

    @Autowired
    Monitoring monitoring;

    @Autowired
    Triages triages;

    @Autowired
    Alerts alerts;

    @Autowired
    Incidents incidents;

    @Autowired
    Timeline timeline;

    @Autowired
    Recurrences recurrences;

    @Autowired
    AskToLook askToLook;

    @Autowired
    Course course;

    @Autowired
    TaskService tasks;

    @Autowired
    HistoryService history;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Walk walk;

    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void noStorm() {
        jdbc.sql("update triage set opened_at = :longAgo")
                .param("longAgo", OffsetDateTime.parse("2026-01-01T00:00:00Z"))
                .update();
    }

    @Test
    void asksWhatItIsAndDeclaresNothingAlone() {
        monitoring.fires(key);

        var triage = monitoring.triage(key);
        assertThat(triage.state()).isEqualTo(State.OPEN);
        assertThat(triage.service()).isEqualTo("Figgy");
        assertThat(triage.condition()).isEqualTo(Condition.DOWN);
        assertThat(monitoring.task(key).getName()).isEqualTo(triage.id() + ": triage alert (Figgy, InstanceDown)");
        assertThat(triage.incident()).isNull();
    }

    @Test
    void countsRepeatsAndBeginsNoOther() {
        monitoring.fires(key).fires(key).resolves(key).fires(key).resolves(key);

        var triage = monitoring.triage(key);
        assertThat(alerts.count(triage.id())).isEqualTo(5);
        assertThat(monitoring.opened(key, "eli").get("alertText").toString())
                .contains(
                        "**InstanceDown** (Prometheus)\n\nNothing answers at figgy-web1\n\n- **it has resolved.**",
                        "\n- sent 5 times, first ",
                        "\n- [where to look](<https://prometheus.example.org/alerts>)\n- service: figgy");
        assertThat(monitoring.opened(key, "eli"))
                .containsEntry("service", "Figgy")
                .containsEntry("condition", "down");
    }

    @Test
    void showsWhatOthersWroteAsTheyWroteIt() {
        monitoring.fires(key, "[Click](https://evil.example)", Map.of("service", "figgy", "path", "- a_b_c\n# Big"));

        assertThat(monitoring.opened(key, "eli").get("alertText").toString())
                .contains(
                        "**\\[Click\\]\\(https://evil.example\\)** (Prometheus)",
                        "- it is still firing\n- sent once, first ",
                        "- path: \\- a\\_b\\_c \\# Big");
    }

    @Test
    void isSaidOnceAndOnceMoreWhenNobodyLooks() {
        monitoring.fires(key);
        var triage = monitoring.triage(key);
        monitoring.run(triage, "sayTriage");
        assertThat(said(triage))
                .singleElement()
                .satisfies(said -> assertThat(said.text())
                        .contains("InstanceDown", "Figgy", "Prometheus", "Nothing answers at figgy-web1"));

        monitoring.run(triage, "BoundaryEvent_nobodyLooked");
        monitoring.run(triage, "sayTriageAgain");
        assertThat(said(triage))
                .hasSize(2)
                .last()
                .satisfies(said -> assertThat(said.text()).contains("Nobody has looked"));

        tasks.claim(monitoring.task(key).getId(), "eli");
        monitoring.run(triage, "BoundaryEvent_nobodyLooked");
        monitoring.run(triage, "sayTriageAgain");
        assertThat(said(triage)).hasSize(2);
    }

    @Test
    void becomesAnIncidentOfWhoeverSaysSo() {
        monitoring.fires(key).decides(key, "eli", DECLARE);

        var triage = monitoring.triage(key);
        var incident = incidents.get(triage.incident());
        assertThat(triage.state()).isEqualTo(State.DECLARED);
        assertThat(incident.reporter()).isEqualTo("eli");
        assertThat(incident.summary()).isEqualTo("Nobody can open an image");

        monitoring.fires(key);
        assertThat(alerts.count(triage.id())).isEqualTo(2);
        assertThat(triages.of(incident.id())).extracting(Triage::id).containsExactly(triage.id());
    }

    @Test
    void refusesWhatCannotBeReportedAndStaysOpen() {
        monitoring.fires(key);

        assertThatThrownBy(() -> monitoring.decides(
                        key,
                        "eli",
                        Map.of("decision", "declare", "service", "Nothing", "condition", "down", "summary", "x")))
                .hasMessageContaining("service: The catalogue does not list it");
        assertThatThrownBy(() -> monitoring.decides(
                        key, "eli", Map.of("decision", "declare", "service", "", "condition", "", "summary", " ")))
                .hasMessageContaining("service: ")
                .hasMessageContaining("condition: ")
                .hasMessageContaining("summary: ");
        assertThatThrownBy(() -> monitoring.decides(key, "eli", Map.of("decision", "join", "incident", "INC-999999")))
                .hasMessageContaining("incident: There is no such incident");
        assertThatThrownBy(() -> monitoring.decides(key, "eli", Map.of("decision", "dismiss")))
                .hasMessageContaining("reason: ");
        assertThatThrownBy(() -> monitoring.decides(key, "eli", Map.of("decision", "dismiss", "triage", 7L)))
                .hasMessageContaining("triage: The process sets this itself");
        assertThat(monitoring.triage(key).state()).isEqualTo(State.OPEN);
        assertThat(monitoring.triage(key).decidedBy()).isNull();
    }

    @Test
    void joinsAnIncidentThatIsOpen() {
        walk.reported();
        monitoring.fires(key);
        assertThat(monitoring.opened(key, "eli").get("openIncidents").toString())
                .contains("**" + walk.id());

        monitoring.decides(
                key, "eli", Map.of("decision", "join", "incident", walk.id().toString()));

        assertThat(monitoring.triage(key).incident()).isEqualTo(walk.id());
        assertThat(walk.timeline()).last().satisfies(entry -> {
            assertThat(entry.text()).isEqualTo("Alert of Prometheus: InstanceDown. Nothing answers at figgy-web1");
            assertThat(entry.person()).isEqualTo("eli");
        });
    }

    @Test
    void joinsNoneWhoseResponseIsOver() {
        walk.followingUp();
        monitoring.fires(key);

        assertThatThrownBy(() -> monitoring.decides(
                        key,
                        "eli",
                        Map.of("decision", "join", "incident", walk.id().toString())))
                .hasMessageContaining("The response to %s is over".formatted(walk.id()));
    }

    @Test
    void isDismissedWithAReasonAndAskedAnewTheNextTime() {
        monitoring.fires(key);
        var first = monitoring.triage(key);

        monitoring.decides(key, "eli", Map.of("decision", "dismiss", "reason", "A deployment"));
        assertThat(monitoring.isHeld(key)).isFalse();
        assertThat(triages.get(first.id()).reason()).isEqualTo("A deployment");

        monitoring.fires(key);
        assertThat(monitoring.triage(key).id()).isNotEqualTo(first.id());
    }

    @Test
    void asksToVerifyTheFixWhenItResolvesAndClosesNothing() {
        walk.responding().say();
        monitoring.fires(key).decides(key, "eli", join());

        monitoring.resolves(key).fires(key).resolves(key);
        walk.say();

        assertThat(walk.thread())
                .filteredOn(text -> text.contains("verify the fix"))
                .hasSize(1);
        assertThat(walk.timeline())
                .filteredOn(entry -> "Prometheus: InstanceDown resolved".equals(entry.text()))
                .hasSize(1);
        assertThat(walk.record().isRestored()).isFalse();
    }

    @Test
    void asksAgainWhenTheSettingsSayThatItIsTime() {
        walk.responding().say();
        monitoring.fires(key).decides(key, "eli", join()).resolves(key);
        jdbc.sql("update triage set resolved_told_at = resolved_told_at - interval '30' minute where number = :number")
                .param("number", monitoring.triage(key).id().number())
                .update();

        var settings = ReflectionTestUtils.getField(askToLook, "settings");
        try {
            lookAgainAfter(Duration.ofHours(1));
            monitoring.fires(key).resolves(key);
            assertThat(asked()).hasSize(1);
            lookAgainAfter(Duration.ofMinutes(20));
            monitoring.fires(key).resolves(key);
            assertThat(asked()).hasSize(2);
        } finally {
            ReflectionTestUtils.setField(askToLook, "settings", settings);
        }
    }

    @Test
    void asksWhetherTheFixHoldsWhenItFiresAfterwards() {
        walk.restored().say();
        monitoring.fires(key).decides(key, "eli", join());

        monitoring.fires(key).fires(key).resolves(key);
        walk.say();

        assertThat(walk.thread())
                .filteredOn(text -> text.contains("Does the fix hold?"))
                .hasSize(1);
        assertThat(walk.thread()).noneMatch(text -> text.contains("verify the fix"));
    }

    @Test
    void isAskedAnewWhenTheResponseIsOver() {
        walk.restored();
        monitoring.fires(key).decides(key, "eli", join());
        walk.complete("scheduleMeeting", "noor", Walk.meetingTomorrow())
                .complete("moveMeeting", "noor", Map.of("what", "begin-now"))
                .complete("holdMeeting", "maya", Map.of("causes", "One", "lessons", ""))
                .complete("agreeOnFollowUps", "maya", Map.of("followUps", List.of(Walk.followUp("eli"))));

        assertThat(monitoring.isHeld(key)).isFalse();
        monitoring.fires(key);
        assertThat(monitoring.triage(key).state()).isEqualTo(State.OPEN);
    }

    @Test
    void goesAlongWhenItsIncidentIsMerged() {
        walk.reported().say();
        monitoring.fires(key).decides(key, "eli", DECLARE);
        var declared = monitoring.triage(key).incident();

        walk.asRun("eli", () -> course.merged(declared, walk.id().toString()));

        assertThat(monitoring.triage(key).incident()).isEqualTo(walk.id());
    }

    @Test
    void findsWhatTheSameAlertWasAboutBefore() {
        monitoring.fires(key).decides(key, "eli", DECLARE);
        var before = monitoring.triage(key).incident();
        walk.asRun("eli", () -> course.retracted(before, "x"));
        jdbc.sql("update incident set stage = 'closed' where number = :number")
                .param("number", before.number())
                .update();

        monitoring
                .fires(key)
                .decides(
                        key,
                        "eli",
                        Map.of("decision", "declare", "service", "Figgy", "condition", "degraded", "summary", "Slow"));

        assertThat(recurrences.of(monitoring.triage(key).incident()))
                .filteredOn(found -> found.rule() == Rule.SAME_ALERT)
                .extracting(found -> found.earlier().id())
                .containsExactly(before);
    }

    @Test
    void isForTheGroupSecurityOnlyWhereItIsInsecure() {
        monitoring.fires(key, "SecretLeaked");

        var triage = monitoring.triage(key);
        assertThat(triage.restricted()).isTrue();
        assertThat(triage.id().toString()).startsWith("SEC-ALERT-");
        assertThat(visibleTo("sam", triage)).isZero();
        assertThat(visibleTo("ivo", triage)).isEqualTo(1);
        monitoring.run(triage, "sayTriage");
        assertThat(said(triage)).isEmpty();
        assertThatThrownBy(() -> monitoring.decides(key, "sam", Map.of("decision", "dismiss", "reason", "x")))
                .isInstanceOf(RuntimeException.class);

        monitoring.decides(key, "ivo", DECLARE);
        assertThat(incidents.get(monitoring.triage(key).incident()).restricted())
                .isTrue();
    }

    @Test
    void goesOutOfSightWhereItBelongsToWhatFewMayKnow() {
        walk.reported("Figgy", "insecure", "The keys are on the web");
        monitoring.fires(key);
        var triage = monitoring.triage(key);
        assertThat(visibleTo("sam", triage)).isEqualTo(1);
        assertThat(monitoring.opened(key, "sam").get("openIncidents").toString())
                .doesNotContain("SEC-");
        assertThatThrownBy(() -> monitoring.decides(key, "sam", join())).hasMessageContaining("no such incident");

        monitoring.decides(key, "ivo", join());

        assertThat(history("sam", triage)).isZero();
        assertThat(history("ivo", triage)).isEqualTo(1);
        assertThat(alerts.find(null, List.of(), null, 1000))
                .noneMatch(came -> triage.id().equals(came.triage()));
        assertThat(alerts.find(null, null, null, 1000))
                .anyMatch(came -> triage.id().equals(came.triage()));
    }

    @Test
    void cannotBeReadAndIsKeptAsItCame() {
        monitoring.sends(new Alert(key, Status.UNREADABLE, "", "", "", Map.of(), null, null, "{\"what\": 1}"));

        assertThat(monitoring.triage(key).name()).isEqualTo("unreadable alert");
        assertThat(monitoring.opened(key, "eli").get("alertText").toString())
                .contains("Ensemble could not read it", "sent once", "What came: \\{\"what\": 1\\}")
                .doesNotContain("firing", "resolved", "where to look");
        assertThat(alerts.last(monitoring.triage(key).id())
                        .orElseThrow()
                        .alert()
                        .raw())
                .isEqualTo("{\"what\": 1}");
    }

    private void lookAgainAfter(Duration time) {
        ReflectionTestUtils.setField(askToLook, "settings", new AlertProperties(6, Duration.ofMinutes(10), time));
    }

    private List<String> asked() {
        return walk.say().thread().stream()
                .filter(text -> text.contains("verify the fix"))
                .toList();
    }

    private Map<String, Object> join() {
        return Map.of("decision", "join", "incident", walk.id().toString());
    }

    private long visibleTo(String person, Triage triage) {
        return walk.as(
                person,
                () -> tasks.createTaskQuery()
                        .processInstanceBusinessKey(triage.id().toString())
                        .count());
    }

    private long history(String person, Triage triage) {
        return walk.as(
                person,
                () -> history.createHistoricProcessInstanceQuery()
                        .processInstanceBusinessKey(triage.id().toString())
                        .count());
    }

    private static List<SlackStub.Said> said(Triage triage) {
        return Surroundings.SLACK.posts().stream()
                .filter(said -> said.text().contains(triage.id() + ":"))
                .toList();
    }
}
