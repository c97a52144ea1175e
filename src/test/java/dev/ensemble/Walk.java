package dev.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.incident.Incident;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Insiders;
import dev.ensemble.incident.Message;
import dev.ensemble.incident.Messages;
import dev.ensemble.incident.Report;
import dev.ensemble.incident.Timeline;
import dev.ensemble.incident.TimelineEntry;
import dev.ensemble.process.IncidentProcess;
import dev.ensemble.slack.SlackStub;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/**
 * Walks one incident through the diagrams, in their words. People complete tasks as themselves; timers are rung by the id of
 * their event; steps outside run when {@link #say()} is called. It sees only its own incident.
 */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
public class Walk {

    public static final String SERVICE = "Figgy";

    private final ProcessEngine engine;
    private final IncidentProcess process;
    private final Incidents incidents;
    private final Timeline timeline;
    private final Messages messages;
    private final Insiders insiders;
    private IncidentId incident;

    Walk(
            ProcessEngine engine,
            IncidentProcess process,
            Incidents incidents,
            Timeline timeline,
            Messages messages,
            Insiders insiders) {
        this.engine = engine;
        this.process = process;
        this.incidents = incidents;
        this.timeline = timeline;
        this.messages = messages;
        this.insiders = insiders;
    }

    /** Rosa reports that Figgy is down. */
    public Walk reported() {
        return reported(SERVICE, "down", "Readers see an error on every page");
    }

    public Walk reported(String service, String condition, String summary) {
        return reported(new Report(service, condition, summary, null, false, false));
    }

    /** Rosa reports that Figgy is down, for practice. */
    public Walk drill(String script) {
        return reported(new Report(SERVICE, "down", "Readers see an error on every page", null, false, true, script));
    }

    /** Rosa reports this. */
    public Walk reported(Report report) {
        incident = as("rosa", () -> process.reported(report));
        Walked.begun(incident);
        return this;
    }

    /** Reported, and Maya moderates. */
    public Walk responding() {
        return reported().take("moderator", "maya");
    }

    /** Up to a fix that is ready to be applied. */
    public Walk fixing() {
        return responding().complete("investigate", "eli", Map.of("next", "try-fix", "idea", "Restart the workers"));
    }

    /** Up to the service being well again; Noor takes notes. */
    public Walk restored() {
        return fixing().take("note-taker", "noor")
                .complete("applyFix", "eli", Map.of("whatWasDone", "Restarted the workers"))
                .complete("verifyFix", "lena", Map.of("fixed", "yes", "observed", "Pages load again"));
    }

    /** Up to the meeting. */
    public Walk meeting() {
        return restored()
                .complete("scheduleMeeting", "noor", meetingTomorrow())
                .complete("moveMeeting", "noor", Map.of("what", "begin-now"));
    }

    /** Up to follow-ups: one that Eli owns. */
    public Walk followingUp() {
        return meeting()
                .complete(
                        "holdMeeting",
                        "maya",
                        Map.of("causes", "Both hosts share a rack", "lessons", "Look at the rack"))
                .complete("agreeOnFollowUps", "maya", Map.of("followUps", List.of(followUp("eli"))));
    }

    public static Map<String, Object> meetingTomorrow() {
        return Map.of(
                "meetingDate",
                        LocalDate.now(ZoneId.of("America/New_York")).plusDays(1).toString(),
                "meetingTime", "10:00",
                "meetingMinutes", "50");
    }

    public static Map<String, String> followUp(String owner) {
        return Map.of(
                "action",
                "Move one host to another rack",
                "owner",
                owner,
                "due",
                LocalDate.now(ZoneId.of("America/New_York")).plusDays(15).toString(),
                "doneWhen",
                "The hosts stand in two racks");
    }

    /** Somebody takes a role. */
    public Walk take(String role, String person) {
        asRun(person, () -> {
            var task = roleTask("takeRole", role);
            tasks().claim(task.getId(), person);
            engine.getFormService().submitTaskForm(task.getId(), Map.of());
        });
        return this;
    }

    /** The holder gives a role up. */
    public Walk giveUp(String role, String person, String reason) {
        asRun(
                person,
                () -> engine.getFormService()
                        .submitTaskForm(
                                roleTask("holdRole", role).getId(), Map.of("giveUp", true, "giveUpReason", reason)));
        return this;
    }

    /** The holder offers a role to somebody. */
    public Walk offer(String role, String person, String to) {
        return completeOf("holdRole", role, person, Map.of("offerTo", to, "briefing", "We wait for the vendor"));
    }

    /** Somebody completes the task of that name of one role. */
    public Walk completeOf(String task, String role, String person, Map<String, Object> entered) {
        var open = roleTask(task, role);
        asRun(person, () -> engine.getFormService().submitTaskForm(open.getId(), entered));
        return this;
    }

    /** What the form of a task is given when somebody opens it. */
    public Map<String, Object> opened(String task, String person) {
        var open = task(task);
        return as(person, () -> engine.getFormService().getTaskFormVariables(open.getId()));
    }

    /** Somebody takes a task on without completing it. */
    public void claim(String task, String person) {
        tasks().claim(task, person);
    }

    /** The one open task of that name is given to somebody. */
    public Walk assign(String task, String person) {
        tasks().setAssignee(task(task).getId(), person);
        return this;
    }

    /** Somebody completes the one open task of that name. */
    public Walk complete(String task, String person, Map<String, Object> entered) {
        var open = task(task);
        asRun(person, () -> engine.getFormService().submitTaskForm(open.getId(), entered));
        return this;
    }

    /** Somebody tells an audience outside what it is owed. */
    public Walk tell(String audience, String person, Map<String, Object> entered) {
        return completeFor("tellOutside", audience, person, entered);
    }

    /** Somebody completes the task of that name for one audience. */
    public Walk completeFor(String task, String audience, String person, Map<String, Object> entered) {
        var open = taskFor(task, audience);
        asRun(person, () -> engine.getFormService().submitTaskForm(open.getId(), entered));
        return this;
    }

    /** The one open task of that name for one audience. */
    public Task taskFor(String task, String audience) {
        var open = tasks().createTaskQuery()
                .processInstanceBusinessKey(incident.toString())
                .taskDefinitionKey(task)
                .processVariableValueEquals("audience", audience)
                .singleResult();
        assertThat(open).as("%s of %s for %s", task, incident, audience).isNotNull();
        return open;
    }

    /** What the form of a task for one audience is given when somebody opens it. */
    public Map<String, Object> openedFor(String task, String audience, String person) {
        var open = taskFor(task, audience);
        return as(person, () -> engine.getFormService().getTaskFormVariables(open.getId()));
    }

    /** Somebody completes the task of that name that is theirs. */
    public Walk completeOwn(String task, String person, Map<String, Object> entered) {
        var own = open(task).stream()
                .filter(candidate -> person.equals(candidate.getAssignee()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("%s has no %s".formatted(person, task)));
        asRun(person, () -> engine.getFormService().submitTaskForm(own.getId(), entered));
        return this;
    }

    /** The time has come for an event; of several alike, for the first. */
    public Walk ring(String event) {
        var timer = jobs().stream()
                .filter(job -> event.equals(activity(job)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No timer %s is set; set are %s"
                        .formatted(event, jobs().stream().map(this::activity).toList())));
        management().executeJob(timer.getId());
        return this;
    }

    /** A quarter of an hour has passed: whoever can be reminded now is, of whichever incident. */
    public Walk remind() {
        var quarter = management()
                .createJobQuery()
                .activityId("StartEvent_quarterPassed")
                .singleResult();
        management().executeJob(quarter.getId());
        management()
                .createJobQuery()
                .processDefinitionKey("remind")
                .messages()
                .withRetriesLeft()
                .list()
                .forEach(job -> Clockwork.execute(engine, job));
        return this;
    }

    /** The time has come for an event of one role's diagram. */
    public Walk ring(String event, String role) {
        var timer = jobs().stream()
                .filter(job -> event.equals(activity(job)))
                .filter(job -> role.equals(runtime().getVariable(job.getExecutionId(), "role")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No timer %s of the %s is set".formatted(event, role)));
        management().executeJob(timer.getId());
        return this;
    }

    /** The time has come for an event of one audience. */
    public Walk ringFor(String event, String audience) {
        management().executeJob(timerFor(event, audience).getId());
        return this;
    }

    /** A timer that is set for one audience. */
    public Job timerFor(String event, String audience) {
        return jobs().stream()
                .filter(job -> event.equals(activity(job)))
                .filter(job -> audience.equals(runtime().getVariable(job.getExecutionId(), "audience")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No timer %s for %s is set".formatted(event, audience)));
    }

    /** The ids of the timers that are set for these events. */
    public List<String> timers(String... events) {
        return jobs().stream()
                .filter(job -> List.of(events).contains(activity(job)))
                .map(Job::getId)
                .sorted()
                .toList();
    }

    /** A timer that is set; of one role's diagram where a role is given. */
    public Job timer(String event, String role) {
        return jobs().stream()
                .filter(job -> event.equals(activity(job)))
                .filter(job -> role == null || role.equals(runtime().getVariable(job.getExecutionId(), "role")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No timer %s is set".formatted(event)));
    }

    /** Everything that is to be said outside goes out, as far as Slack takes it. */
    public Walk say() {
        for (var due = sayings(); !due.isEmpty(); due = sayings()) {
            due.forEach(job -> management().executeJob(job.getId()));
        }
        return this;
    }

    /** Tries once to have a private channel for the incident. */
    public Walk openChannel() {
        jobs().stream()
                .filter(job -> "openPrivateChannel".equals(activity(job)) && job.getRetries() > 0)
                .forEach(job -> Clockwork.execute(engine, job));
        return this;
    }

    /** What other systems are to be told is tried once each, of whichever incident, the way the engine's clockwork does. */
    public Walk deliver() {
        deliveries().forEach(job -> Clockwork.execute(engine, job));
        return this;
    }

    /** What is on its way to other systems and still tried by itself. */
    public List<Job> deliveries() {
        return management()
                .createJobQuery()
                .activityId("deliverEvent")
                .withRetriesLeft()
                .list();
    }

    /** Tries once to say what is next, the way the engine's clockwork does: a failure is dealt with. */
    public Walk trySaying() {
        sayings().stream().findFirst().ifPresent(job -> Clockwork.execute(engine, job));
        return this;
    }

    /** The same for one of several. */
    public Walk trySaying(Job saying) {
        Clockwork.execute(engine, saying);
        return this;
    }

    /** An operator gives every failed step another try. */
    public Walk retryFailed() {
        jobs().stream()
                .filter(job -> job.getRetries() == 0)
                .forEach(job -> management().setJobRetries(job.getId(), 1));
        return this;
    }

    /** What stands in Slack for the incident now. */
    public String announcement() {
        var stamp = announced().stamp();
        return Surroundings.SLACK.posts().stream()
                .filter(said -> said.ts().equals(stamp))
                .map(SlackStub.Said::text)
                .findFirst()
                .orElseThrow(() -> new AssertionError(incident + " is not announced"));
    }

    /** What was said in the announcement's thread, oldest first. */
    public List<String> thread() {
        return Surroundings.SLACK.threadOf(announced().stamp()).stream()
                .map(SlackStub.Said::text)
                .toList();
    }

    /** Which message in Slack stands for the incident. */
    public String announcementStamp() {
        return announced().stamp();
    }

    private Message announced() {
        return messages.announcement(incident).orElseThrow();
    }

    public List<Job> sayings() {
        return jobs().stream()
                .filter(job -> "sayIt".equals(activity(job)) && job.getRetries() > 0)
                .sorted(java.util.Comparator.comparingLong(this::message))
                .toList();
    }

    public List<Job> jobs() {
        return instances().stream()
                .flatMap(instance -> management().createJobQuery().processInstanceId(instance.getId()).list().stream())
                .toList();
    }

    /** The one open task of that name. */
    public Task task(String key) {
        var open = open(key);
        assertThat(open)
                .as("open tasks %s of %s, which has %s", key, incident, openTasks())
                .hasSize(1);
        return open.get(0);
    }

    public List<Task> open(String key) {
        return tasks().createTaskQuery()
                .processInstanceBusinessKey(incident.toString())
                .taskDefinitionKey(key)
                .list();
    }

    /** The names in the diagram of everything open. */
    public List<String> openTasks() {
        return allOpen().stream().map(Task::getTaskDefinitionKey).toList();
    }

    /** Everything open. */
    public List<Task> allOpen() {
        return tasks().createTaskQuery()
                .processInstanceBusinessKey(incident.toString())
                .list();
    }

    public boolean isOver() {
        return instances().isEmpty();
    }

    public List<ProcessInstance> instances() {
        return runtime()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(incident.toString())
                .list();
    }

    public IncidentId id() {
        return incident;
    }

    public Incident record() {
        return incidents.get(incident);
    }

    public List<TimelineEntry> timeline() {
        return timeline.of(incident);
    }

    /** What the form of a task shows. */
    public Map<String, Object> shown(String task) {
        return new HashMap<>(tasks().getVariablesLocal(task(task).getId()));
    }

    /** What the form of a task shows to the one of several whose task it is. */
    public Map<String, Object> shownTo(String task, String person) {
        var own = open(task).stream()
                .filter(candidate -> person.equals(candidate.getAssignee()))
                .findFirst()
                .orElseThrow();
        return new HashMap<>(tasks().getVariablesLocal(own.getId()));
    }

    public void asRun(String person, Runnable doing) {
        as(person, () -> {
            doing.run();
            return null;
        });
    }

    public <T> T as(String person, Supplier<T> doing) {
        var groups = engine.getIdentityService().createGroupQuery().groupMember(person).list().stream()
                .map(group -> group.getId())
                .toList();
        try {
            engine.getIdentityService().setAuthentication(person, new ArrayList<>(groups), insiders.circlesOf(person));
            return doing.get();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }

    private Task roleTask(String key, String role) {
        var task = tasks().createTaskQuery()
                .processInstanceBusinessKey(incident.toString())
                .taskDefinitionKey(key)
                .processVariableValueEquals("role", role)
                .singleResult();
        assertThat(task).as("%s of %s for %s", key, incident, role).isNotNull();
        return task;
    }

    private long message(Job job) {
        return ((Number) runtime().getVariable(job.getExecutionId(), "message")).longValue();
    }

    private String activity(Job job) {
        return management()
                .createJobDefinitionQuery()
                .jobDefinitionId(job.getJobDefinitionId())
                .singleResult()
                .getActivityId();
    }

    private TaskService tasks() {
        return engine.getTaskService();
    }

    private RuntimeService runtime() {
        return engine.getRuntimeService();
    }

    private ManagementService management() {
        return engine.getManagementService();
    }
}
