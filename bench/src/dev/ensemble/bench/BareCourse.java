package dev.ensemble.bench;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The same incident on a bare engine, by its Java API; at each doing its diagrams hear what ours heard. */
final class BareCourse implements Course {

    /** What the gateways after a task ask. */
    private static final Map<String, Map<String, Object>> TASKS_ANSWER = Map.of(
            "investigate", Map.of("readyToFix", true),
            "verifyFix", Map.of("fixed", true),
            "moveMeeting", Map.of("beginNow", true),
            "acceptFollowUp", Map.of("accepted", true, "handedOn", false),
            "doFollowUp", Map.of("done", true),
            "verifyFollowUp", Map.of("verified", true));

    private final BareEngine bare;
    private final Waiting waiting;
    private final Iterator<List<String>> heard;
    private final String incident;
    private long took;

    BareCourse(BareEngine bare, Waiting waiting, List<List<String>> heard, String incident) {
        this.bare = bare;
        this.waiting = waiting;
        this.heard = heard.iterator();
        this.incident = incident;
    }

    @Override
    public long took() {
        return took;
    }

    @Override
    public void report() {
        timed(() -> bare.engine().getRuntimeService().startProcessInstanceByKey("incident", incident));
        say();
    }

    /** All of them are alike here. */
    @Override
    public void take(String role, String person) {
        var task = waiting.tasks(incident, "takeRole").get(0);
        timed(() -> {
            bare.engine().getTaskService().setAssignee(task, person);
            bare.engine().getTaskService().complete(task);
        });
        say();
    }

    @Override
    public void complete(String task, String person, Map<String, Object> entered) {
        for (var id : waiting.tasks(incident, task)) {
            timed(() -> bare.engine().getTaskService().complete(id, TASKS_ANSWER.getOrDefault(task, Map.of())));
            say();
        }
    }

    @Override
    public void ring(String event) {
        run(waiting.timer(incident, event));
        say();
    }

    private void say() {
        for (var due = waiting.steps(incident); !due.isEmpty(); due = waiting.steps(incident)) {
            due.forEach(this::run);
        }
    }

    private void run(String job) {
        timed(() -> bare.engine().getManagementService().executeJob(job));
    }

    private void timed(Runnable doing) {
        var now = heard.next();
        var begun = System.nanoTime();
        bare.run(doing, now);
        took += System.nanoTime() - begun;
    }
}
