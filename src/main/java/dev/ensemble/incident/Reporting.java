package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.when;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Repository;

/** How an incident comes to be on record. */
@Repository
public class Reporting {

    private final Incidents incidents;
    private final Apart apart;
    private final OurTurn ourTurn;
    private final Catalogue catalogue;
    private final DrillScripts scripts;
    private final Injects injects;
    private final People people;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Reporting(
            Incidents incidents,
            Apart apart,
            OurTurn ourTurn,
            Catalogue catalogue,
            DrillScripts scripts,
            Injects injects,
            People people,
            Clock clock,
            ApplicationEventPublisher events) {
        this.incidents = incidents;
        this.apart = apart;
        this.ourTurn = ourTurn;
        this.catalogue = catalogue;
        this.scripts = scripts;
        this.injects = injects;
        this.people = people;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Takes a report to the record and gives it its number.
     *
     * @throws Refused naming each field that cannot be taken
     */
    public Incident report(Report report) {
        check(report);
        var service = catalogue.named(report.service()).map(Service::name).orElse(Entered.text(report.service()));
        var condition = Condition.reportable(report.condition()).orElseThrow();
        var row = new HashMap<String, Object>();
        row.put("service", service);
        row.put("reported_as", condition.toString());
        row.put("condition", condition.toString());
        row.put("stage", Stage.ANNOUNCE.toString());
        row.put("summary", Entered.text(report.summary()));
        row.put("reporter", report.reporter());
        row.put("restricted", report.isRestricted());
        row.put("drill", report.drill());
        row.put("reported_at", when(clock.instant()));
        if (report.isRestricted()) {
            row.put("number", apart.nextIncident());
        }
        var id = new IncidentId(apart.insert("incident", row, "number"));
        ourTurn.begin(id);
        var incident = incidents.get(id);
        scripts.named(Entered.text(report.script())).ifPresent(script -> injects.plan(incident, script));
        return incident;
    }

    /** Everything about the report is in the record: others may hear of it. */
    public void begun(IncidentId id) {
        events.publishEvent(News.reported(id));
    }

    private void check(Report report) {
        var faults = new ArrayList<Refused.Fault>();
        catalogue.fault(report.service()).ifPresent(faults::add);
        if (Condition.reportable(report.condition()).isEmpty()) {
            faults.add(new Refused.Fault("condition", "Say one of down, degraded, insecure."));
        }
        if (Entered.text(report.summary()).isEmpty()) {
            faults.add(new Refused.Fault("summary", "Say in a sentence what people cannot do."));
        } else if (Entered.text(report.summary()).length() > Report.LONGEST_SUMMARY) {
            faults.add(new Refused.Fault(
                    "summary",
                    "Keep it to %d characters (it has %d); the rest can follow as findings."
                            .formatted(
                                    Report.LONGEST_SUMMARY,
                                    Entered.text(report.summary()).length())));
        }
        if (!people.know(report.reporter())) {
            faults.add(new Refused.Fault(
                    "reporter",
                    "Nobody here has this user id. Give one that can log in, or leave it out to report as yourself."));
        }
        scripts.fault(Entered.text(report.script()), report.drill()).ifPresent(faults::add);
        if (!faults.isEmpty()) {
            throw new Refused(faults);
        }
    }
}
