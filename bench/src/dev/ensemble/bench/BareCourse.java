package dev.ensemble.bench;

import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** The same incident on a bare engine, by its Java API; at each doing its diagrams hear what ours heard. */
final class BareCourse extends Course {

    /** What the gateways after a task ask. */
    private static final Map<String, Map<String, Object>> TASKS_ANSWER = Map.of(
            "investigate", Map.of("readyToFix", true),
            "verifyFix", Map.of("fixed", true),
            "moveMeeting", Map.of("beginNow", true),
            "acceptFollowUp", Map.of("accepted", true, "handedOn", false),
            "doFollowUp", Map.of("done", true),
            "verifyFollowUp", Map.of("verified", true));

    private final BareEngine bare;
    private final Iterator<List<String>> heard;
    private final String incident;

    BareCourse(BareEngine bare, Waiting waiting, List<List<String>> heard, String incident) {
        super(waiting, bare.engine());
        this.bare = bare;
        this.heard = heard.iterator();
        this.incident = incident;
    }

    @Override
    String incident() {
        return incident;
    }

    @Override
    void report() {
        happen(() -> bare.engine().getRuntimeService().startProcessInstanceByKey("incident", incident));
        say();
    }

    /** All of them are alike here. */
    @Override
    void take(String role, String person) {
        var task = waiting.tasks(incident, "takeRole").get(0);
        happen(() -> {
            bare.engine().getTaskService().setAssignee(task, person);
            bare.engine().getTaskService().complete(task);
        });
        say();
    }

    @Override
    void complete(String task, String person, Map<String, Object> entered) {
        for (var id : waiting.tasks(incident, task)) {
            happen(() -> bare.engine().getTaskService().complete(id, TASKS_ANSWER.getOrDefault(task, Map.of())));
            say();
        }
    }

    @Override
    void happen(Runnable doing) {
        var now = heard.next();
        timed(() -> bare.run(doing, now));
    }
}
