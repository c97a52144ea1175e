package dev.ensemble.process;

import dev.ensemble.incident.Conflict;
import dev.ensemble.incident.Incident;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Insiders;
import dev.ensemble.incident.Recurrences;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.Report;
import dev.ensemble.incident.Timeline;
import dev.ensemble.incident.Triage;
import dev.ensemble.incident.Triage.State;
import dev.ensemble.incident.TriageId;
import dev.ensemble.incident.Triages;
import dev.ensemble.incident.UnknownIncident;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** An alert on its way to an incident, or to none, as the process hears of it. */
@Component
public class TriageProcess {

    private static final Incidents.Search OPEN = new Incidents.Search(true, null, null, null, null);
    private static final int MOST = 20;

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Unchecked unchecked;
    private final IncidentProcess process;
    private final IntoCircle circle;
    private final Sight sight;
    private final Incidents incidents;
    private final Triages triages;
    private final Timeline timeline;
    private final Recurrences recurrences;

    TriageProcess(
            RuntimeService runtime,
            TaskService tasks,
            Unchecked unchecked,
            IncidentProcess process,
            IntoCircle circle,
            Sight sight,
            Incidents incidents,
            Triages triages,
            Timeline timeline,
            Recurrences recurrences) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.unchecked = unchecked;
        this.process = process;
        this.circle = circle;
        this.sight = sight;
        this.incidents = incidents;
        this.triages = triages;
        this.timeline = timeline;
        this.recurrences = recurrences;
    }

    /**
     * An alert has come that nobody knows of yet: somebody is asked what it is.
     *
     * @param declares whether it is an incident without anybody being asked
     */
    public void opened(Triage triage, boolean declares) {
        Beside.begin(
                triage.restricted() ? Insiders.SECURITY : null,
                () -> unchecked.run(() -> triages.begun(
                        triage.id(),
                        runtime.startProcessInstanceByKey(
                                        Diagrams.TRIAGE,
                                        triage.id().toString(),
                                        Map.of("triage", triage.id().number(), "declares", declares))
                                .getId())));
    }

    /** Whether somebody has taken it on. */
    public boolean isTaken(TriageId triage) {
        return unchecked.ask(() -> tasks.createTaskQuery()
                        .processInstanceBusinessKey(triage.toString())
                        .taskAssigned()
                        .count())
                > 0;
    }

    /**
     * It is an incident, as whoever decided says, or else as the routing table does.
     *
     * @throws Refused naming each field that cannot be taken
     */
    public void declared(TriageId id) {
        var triage = triages.get(id);
        var reporter = triage.decidedBy() == null ? Identity.OTHER_SYSTEMS : triage.decidedBy();
        var report = new Report(
                triage.service(),
                triage.condition().toString(),
                triage.summary(),
                reporter,
                triage.restricted(),
                false);
        become(triage, State.DECLARED, unchecked.ask(() -> process.reported(report)));
    }

    /**
     * It is a part of an incident that is open.
     *
     * @param alert what is found by it, in a sentence
     * @throws Conflict when nobody responds to that incident any more
     */
    public void joined(TriageId id, String alert) {
        var triage = triages.get(id);
        incidents.takeTurn(triage.incident());
        if (!incidents.get(triage.incident()).asksForRoles()) {
            throw new Conflict("The response to %s is over.".formatted(triage.incident()));
        }
        timeline.found(triage.incident(), triage.decidedBy(), alert, null);
        become(triage, State.JOINED, triage.incident());
    }

    private void become(Triage triage, State state, IncidentId id) {
        triages.belongsTo(triage.id(), state, id);
        var incident = incidents.get(id);
        recurrences.findAgain(incident);
        if (incident.restricted()) {
            circle.move(id, incident.circle());
        }
    }

    /** The incidents that it may belong to, as far as whoever asks may see them, newest first. */
    public List<Incident> open() {
        return sight.find(OPEN, MOST).stream().filter(Incident::asksForRoles).toList();
    }

    /**
     * One that it may belong to.
     *
     * @throws Refused when there is none of this number, or it is not for whoever asks
     */
    public IncidentId known(String number) {
        try {
            return sight.get(number).id();
        } catch (UnknownIncident e) {
            throw new Refused("incident", "There is no such incident. Give a number like INC-42.");
        }
    }
}
