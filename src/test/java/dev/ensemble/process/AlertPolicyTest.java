package dev.ensemble.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.EnsembleTest;
import dev.ensemble.alerts.Alert;
import dev.ensemble.alerts.Alert.Status;
import dev.ensemble.alerts.AlertSource;
import dev.ensemble.alerts.Intake;
import dev.ensemble.incident.Condition;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Triage.State;
import dev.ensemble.incident.Triages;
import dev.ensemble.process.AlertRouting.Action;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What becomes of alerts is a table: ours row by row, and copies of it with other rows. */
@EnsembleTest
class AlertPolicyTest {

    private static final String TABLE = "alert-routing.dmn";

    @Autowired
    AlertRouting routing;

    @Autowired
    Intake intake;

    @Autowired
    Triages triages;

    @Autowired
    Incidents incidents;

    @Autowired
    Changed changed;

    @AfterEach
    void takeTheChangeBack() {
        changed.takeBack();
    }

    @ParameterizedTest
    @CsvSource({
        "Watchdog, critical, , IGNORE, DEGRADED, PT30M",
        "InstanceDown, critical, staging, IGNORE, DEGRADED, PT30M",
        "SecretLeaked, warning, , TRIAGE, INSECURE, PT5M",
        "InstanceDown, critical, production, TRIAGE, DOWN, PT10M",
        "DiskFull, warning, , TRIAGE, DEGRADED, PT30M"
    })
    void goesByItsRows(
            String name, String severity, String environment, Action action, Condition condition, String again) {
        var labels = environment == null ? Map.<String, String>of() : Map.of("environment", environment);

        var route = routing.route("alertmanager", name, severity, labels);

        assertThat(route.action()).isEqualTo(action);
        assertThat(route.condition()).isEqualTo(condition);
        assertThat(route.askAgainAfter()).isEqualTo(again);
    }

    @Test
    void declaresAtOnceWhereATeamSaysSo() {
        changed.copy()
                .change(
                        TABLE,
                        table -> table.replaceFirst(
                                "(?s)(<text>\"critical\".*?)<text>\"triage\"</text>", "$1<text>\"declare\"</text>"))
                .deploy();
        var key = UUID.randomUUID().toString();

        intake.take(new AlertSource(null, "generic", "Ours"), List.of(critical(key, Map.of("app", "Figgy"))));

        var triage = triages.held("generic " + key).orElseThrow();
        assertThat(triage.state()).isEqualTo(State.DECLARED);
        assertThat(incidents.get(triage.incident()).reporter()).isEqualTo(Identity.OTHER_SYSTEMS);
        assertThat(incidents.get(triage.incident()).condition()).isEqualTo(Condition.DOWN);
    }

    @Test
    void asksAPersonWhereNobodyKnowsTheService() {
        changed.copy()
                .change(TABLE, table -> table.replace("<text>\"triage\"</text>", "<text>\"declare\"</text>"))
                .deploy();
        var key = UUID.randomUUID().toString();

        intake.take(new AlertSource(null, "generic", "Ours"), List.of(critical(key, Map.of())));

        assertThat(triages.held("generic " + key).orElseThrow().state()).isEqualTo(State.OPEN);
    }

    @Test
    void losesNothingByASlipOfThePen() {
        changed.copy()
                .change(
                        TABLE,
                        table -> table.replace("\"triage\"", "\"trige\"").replace("\"PT30M\"", "\"half an hour\""))
                .deploy();

        var route = routing.route("generic", "DiskFull", "", Map.of());

        assertThat(route.action()).isEqualTo(Action.TRIAGE);
        assertThat(route.askAgainAfter()).isEqualTo("PT30M");
    }

    private static Alert critical(String key, Map<String, String> labels) {
        return new Alert(key, Status.FIRING, "InstanceDown", "It is gone", "critical", labels, null, null, "{}");
    }
}
