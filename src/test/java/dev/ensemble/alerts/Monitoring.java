package dev.ensemble.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.Walk;
import dev.ensemble.alerts.Alert.Status;
import dev.ensemble.incident.Triage;
import dev.ensemble.incident.Triages;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** A monitoring system that sends alerts, and what people do about them. */
@Component
class Monitoring {

    static final AlertSource SOURCE = new AlertSource(1L, "alertmanager", "Prometheus");

    private final Intake intake;
    private final Triages triages;
    private final ProcessEngine engine;
    private final Walk people;

    Monitoring(Intake intake, Triages triages, ProcessEngine engine, Walk people) {
        this.intake = intake;
        this.triages = triages;
        this.engine = engine;
        this.people = people;
    }

    static Alert alert(String key, Status status, Map<String, String> labels) {
        return new Alert(
                key,
                status,
                "InstanceDown",
                "Nothing answers at figgy-web1",
                "critical",
                labels,
                Instant.parse("2026-11-24T10:00:00Z"),
                "https://prometheus.example.org/alerts",
                "{\"fingerprint\": \"%s\"}".formatted(key));
    }

    Monitoring fires(String key) {
        return sends(alert(key, Status.FIRING, Map.of("service", "figgy")));
    }

    Monitoring fires(String key, String name) {
        return sends(named(name, key, Map.of("service", "figgy")));
    }

    Monitoring fires(String key, String name, Map<String, String> labels) {
        return sends(named(name, key, labels));
    }

    Monitoring resolves(String key) {
        return sends(alert(key, Status.RESOLVED, Map.of("service", "figgy")));
    }

    Monitoring sends(Alert... alerts) {
        intake.take(SOURCE, List.of(alerts));
        return this;
    }

    private static Alert named(String name, String key, Map<String, String> labels) {
        var usual = alert(key, Status.FIRING, labels);
        return new Alert(
                key, usual.status(), name, usual.summary(), "critical", labels, null, usual.link(), usual.raw());
    }

    Triage triage(String key) {
        return triages.held("alertmanager " + key).orElseThrow();
    }

    boolean isHeld(String key) {
        return triages.held("alertmanager " + key).isPresent();
    }

    Task task(String key) {
        var open = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(triage(key).id().toString())
                .list();
        assertThat(open).hasSize(1);
        return open.get(0);
    }

    Monitoring decides(String key, String person, Map<String, Object> entered) {
        var task = task(key).getId();
        people.asRun(person, () -> engine.getFormService().submitTaskForm(task, entered));
        return this;
    }

    Map<String, Object> opened(String key, String person) {
        var task = task(key).getId();
        return people.as(person, () -> new HashMap<>(engine.getFormService().getTaskFormVariables(task)));
    }

    /** What waits for the clock in a triage: its timer and its steps. */
    Job job(Triage triage, String box) {
        return jobs(triage).stream()
                .filter(job -> engine.getManagementService()
                                .createJobDefinitionQuery()
                                .jobDefinitionId(job.getJobDefinitionId())
                                .activityIdIn(box)
                                .count()
                        == 1)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No %s waits in %s".formatted(box, triage.id())));
    }

    List<Job> jobs(Triage triage) {
        return engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(triage.id().toString())
                .list()
                .stream()
                .flatMap(instance ->
                        engine
                                .getManagementService()
                                .createJobQuery()
                                .processInstanceId(instance.getId())
                                .list()
                                .stream())
                .toList();
    }

    void run(Triage triage, String box) {
        engine.getManagementService().executeJob(job(triage, box).getId());
    }
}
