package dev.ensemble.access;

import static dev.ensemble.Browser.basic;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Surroundings;
import dev.ensemble.Walk;
import dev.ensemble.alerts.Alert;
import dev.ensemble.alerts.AlertSource;
import dev.ensemble.alerts.Intake;
import dev.ensemble.events.Subscribing;
import dev.ensemble.events.Subscribing.Wish;
import dev.ensemble.events.Webhook;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.Timeline;
import dev.ensemble.process.Course;
import dev.ensemble.process.HandOverProcess;
import dev.ensemble.process.IncidentProcess;
import dev.ensemble.slack.SlackStub.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Whoever has nothing to do with a restricted incident gets, byte by byte, the answers that they would get without it: the
 * same questions before it is there and while it is worked on, to every face that the product has. Everything is asked for,
 * which takes long where other tests have left much; so it has a product of its own.
 */
@EnsembleTest
@Tag("otherwise-set-up")
class NoTraceTest {

    private static final String STRANGER = "stranger";
    private static final String OWNER = "owner";
    private static final String TIME = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[.\\d]*(Z|[+-]\\d\\d:?\\d\\d)";

    @LocalServerPort
    private int port;

    @Autowired
    private Walk forAll;

    @Autowired
    private Walk secret;

    @Autowired
    private IncidentProcess process;

    @Autowired
    private HandOverProcess handingOver;

    @Autowired
    private Course course;

    @Autowired
    private Timeline timeline;

    @Autowired
    private Intake intake;

    @Autowired
    private IdentityService identities;

    @Autowired
    private Subscribing subscribing;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private RepositoryService repository;

    private Webhook webhook;

    @BeforeEach
    void thereIsSomethingToSee() {
        if (identities.createUserQuery().userId(STRANGER).count() == 0) {
            person(STRANGER);
            person(OWNER);
            identities.createMembership(OWNER, "responders");
            identities.createMembership(OWNER, "process-owners");
        }
        // It is told everything, since the administrator may see everything.
        webhook = subscribing.begun(new Wish("http://localhost:9/", null, true, null), "admin");
        Surroundings.SLACK.fail("chat.postMessage", Fault.error("not_in_channel"));
        forAll.responding().trySaying();
    }

    private void person(String id) {
        var person = identities.newUser(id);
        person.setPassword(id);
        identities.saveUser(person);
    }

    @AfterEach
    void slackIsWell() {
        Surroundings.SLACK.heal();
    }

    @AfterEach
    void nobodyListensAnyMore() {
        subscribing.over(webhook.id(), now -> {});
        forAll.deliver();
    }

    @Test
    void isLeftForAResponderWhoHasNothingToDoWithIt() {
        nothingChanges(this::askedByMachine, basic("sam", "ensemble"));
    }

    @Test
    void isLeftForSomebodyWhoBelongsToNoGroup() {
        nothingChanges(this::askedByMachine, basic(STRANGER, STRANGER));
    }

    @Test
    void isLeftForAProcessOwnerWhoSeesWhatOtherSystemsAreTold() {
        nothingChanges(this::askedByMachine, basic(OWNER, OWNER));
    }

    @Test
    void isLeftForOtherSystems() {
        nothingChanges(this::askedByMachine, "Bearer " + EnsembleTest.API_TOKEN);
    }

    @Test
    void isLeftForWhoeverIsNotLoggedIn() {
        nothingChanges(this::askedByMachine, null);
    }

    @Test
    void isLeftInTheWebapps() {
        nothingChanges(this::askedInWebapps, null);
    }

    @Test
    void isLeftOfWhatEverybodyCouldSeeBefore() {
        var questions = askedByMachine(basic("sam", "ensemble")).keySet();
        var task = forAll.task("changeCourse").getId();

        forAll.asRun("maya", () -> course.restricted(forAll.id(), "Patron data shows"));

        var circle = forAll.record().circle();
        var answers = asked(questions, basic("sam", "ensemble"));
        assertThat(answers)
                .allSatisfy((question, answer) -> assertThat(answer)
                        .as(question)
                        .doesNotContain(circle, "\"businessKey\":\"%s\"".formatted(forAll.id()))
                        .doesNotContain(
                                forAll.id() + " Figgy", "\"id\":\"%s\"".formatted(forAll.id()), "Patron data shows"));
        assertThat(answers.get(
                        "GET /engine-rest/task/" + forAll.task("investigate").getId()))
                .startsWith("404");
        assertThat(answers.get("GET /api/v1/incidents/" + forAll.id())).startsWith("404");
        var submitted = new Browser(port)
                .post(
                        "/engine-rest/task/%s/submit-form".formatted(task),
                        "{\"variables\": {}}",
                        "Authorization",
                        basic("sam", "ensemble"));
        assertThat(submitted.statusCode()).isEqualTo(409);
        assertThat(submitted.body()).contains("somebody has done it already");
    }

    /** @param asking all questions with their answers, in the name of whoever the login is of */
    private void nothingChanges(Function<String, Map<String, String>> asking, String login) {
        var without = asking.apply(login);
        assertThat(without).hasSizeGreaterThan(200);

        workOnARestrictedIncident();

        var with = asking.apply(login);
        assertThat(with.keySet()).containsExactlyElementsOf(without.keySet());
        var different = new LinkedHashMap<String, String>();
        with.forEach((question, answer) -> {
            if (!answer.equals(without.get(question))) {
                different.put(question, "\n%s\ninstead of\n%s\n".formatted(answer, without.get(question)));
            }
        });
        assertThat(different).isEmpty();
        assertThat(with.toString())
                .doesNotContain(secret.record().circle(), secret.record().summary());
    }

    /** It stands in every table: open tasks, messages said and failed, roles held and offered, findings. */
    private void workOnARestrictedIncident() {
        secret.reported("Figgy", "insecure", "The keys are on the web");
        secret.asRun("rosa", () -> process.taken(secret.id(), Role.MODERATOR, "maya"));
        secret.asRun("maya", () -> process.taken(secret.id(), Role.NOTE_TAKER, "noor"));
        secret.asRun("noor", () -> handingOver.offered(secret.id(), Role.NOTE_TAKER, "lena", "As it stands"));
        secret.openChannel().trySaying();
        Surroundings.SLACK.fail("chat.postMessage", Fault.error("invalid_auth"));
        secret.complete(
                "sumUp",
                "maya",
                Map.of(
                        "summary",
                        "Somebody has the keys",
                        "words",
                        List.of(Map.of("word", "key", "meaning", "Opens it"))));
        secret.trySaying()
                .complete("investigate", "maya", Map.of("next", "keep-looking", "finding", "An old key"))
                .complete("investigate", "maya", Map.of("next", "try-fix", "idea", "Change the keys"));
        timeline.found(secret.id(), "maya", "And another", null);
        aSecretAlertThatIsOpen();
    }

    private void aSecretAlertThatIsOpen() {
        intake.take(
                new AlertSource(null, "generic", "Ours"),
                List.of(new Alert(
                        "secret " + secret.id(),
                        Alert.Status.FIRING,
                        "SecretLeaked",
                        secret.record().summary(),
                        "",
                        Map.of(),
                        null,
                        null,
                        "{}")));
    }

    private Map<String, String> askedByMachine(String login) {
        var browser = new Browser(port);
        var answers = new LinkedHashMap<String, String>();
        var headers =
                login == null ? new String[] {"Accept", "*/*"} : new String[] {"Accept", "*/*", "Authorization", login};
        questionsToTheEngine().forEach(path -> put(answers, browser, "GET", "/engine-rest" + path, null, headers));
        Questions.ofTheEngineByBody()
                .forEach(path -> put(answers, browser, "POST", "/engine-rest" + path, "{}", headers));
        Stream.of(
                        "/process-definition/statistics?failedJobs=true&incidents=true",
                        "/process-definition/%s/statistics?failedJobs=true&incidents=true".formatted(definition()),
                        "/history/process-definition/%s/statistics?canceled=true&finished=true&completeScope=true"
                                .formatted(definition()),
                        "/history/process-instance/report?reportType=duration&periodUnit=month",
                        "/history/task/report?reportType=count&groupBy=taskName",
                        "/history/task/report?reportType=duration&periodUnit=quarter",
                        "/metrics/task-users/sum",
                        "/metrics/unique-task-workers/sum",
                        "/metrics/process-instances/sum",
                        "/event-subscription?eventType=message",
                        "/process-instance?businessKey=SEC-1",
                        "/process-instance?tenantIdIn=SEC-1",
                        "/task?processInstanceBusinessKey=SEC-1&nameLike=%25SEC%25")
                .forEach(path -> put(answers, browser, "GET", "/engine-rest" + path, null, headers));
        questionsToUs().forEach(path -> put(answers, browser, "GET", path, null, headers));
        put(answers, browser, "POST", "/api/v1/incidents/SEC-1/merge", "{\"into\": \"INC-1\"}", headers);
        put(answers, browser, "POST", "/api/v1/incidents/SEC-1/restrict", "{\"reason\": \"x\"}", headers);
        put(answers, browser, "POST", "/api/v1/incidents/SEC-1/timeline", "{\"text\": \"x\"}", headers);
        put(
                answers,
                browser,
                "PUT",
                "/api/v1/incidents/SEC-1/roles/moderator/holder",
                "{\"person\": \"sam\"}",
                headers);
        put(answers, browser, "DELETE", "/api/v1/incidents/SEC-1/roles/moderator/hand-over", null, headers);
        put(answers, browser, "PUT", "/api/v1/incidents/SEC-1/roles/learner/holder", "{\"person\": \"sam\"}", headers);
        put(answers, browser, "POST", "/api/v1/incidents/SEC-1/updates", "{\"noChange\": true}", headers);
        put(answers, browser, "POST", "/api/v1/process/migration", "{}", headers);
        return answers;
    }

    private Map<String, String> asked(Set<String> questions, String login) {
        var answers = new LinkedHashMap<String, String>();
        questions.stream()
                .filter(question -> question.startsWith("GET "))
                .forEach(question -> put(
                        answers,
                        new Browser(port),
                        "GET",
                        question.substring(4),
                        null,
                        "Accept",
                        "*/*",
                        "Authorization",
                        login));
        return answers;
    }

    private Map<String, String> askedInWebapps(String nobody) {
        var browser = new Browser(port);
        browser.login("sam", "ensemble");
        browser.get("/camunda/app/cockpit/default/");
        var answers = new LinkedHashMap<String, String>();
        var root = "/camunda/api/engine/engine/default";
        questionsToTheEngine().forEach(path -> put(answers, browser, "GET", root + path, null, "Accept", "*/*"));
        Questions.ofTheEngineByBody().forEach(path -> put(answers, browser, "POST", root + path, "{}"));
        Questions.ofCockpit(known())
                .forEach(path -> put(
                        answers,
                        browser,
                        "GET",
                        "/camunda/api/cockpit" + path,
                        null,
                        "Content-Type",
                        "application/json"));
        for (var path : List.of("process-instance", "process-instance/count", "incident", "incident/count")) {
            put(answers, browser, "POST", "/camunda/api/cockpit/plugin/base/default/" + path, "{}");
        }
        for (var path : List.of(
                "/camunda/api/admin/auth/user/default", "/camunda/api/engine/engine/", "/camunda/api/engine/task")) {
            put(answers, browser, "GET", path, null);
        }
        return answers;
    }

    private List<String> questionsToTheEngine() {
        return Questions.ofTheEngine(known());
    }

    private List<String> questionsToUs() {
        return Stream.of(
                        "",
                        "?status=open",
                        "?status=closed",
                        "?condition=insecure",
                        "?condition=down&limit=1",
                        "?q=keys",
                        "?service=Figgy&limit=200",
                        "?limit=1&cursor=" + forAll.id(),
                        "?cursor=SEC-1",
                        "?cursor=SEC-99999",
                        "/" + forAll.id(),
                        "/%s/timeline".formatted(forAll.id()),
                        "/SEC-1",
                        "/SEC-1/timeline",
                        "/SEC-99999")
                .map(path -> "/api/v1/incidents" + path)
                .collect(Collectors.collectingAndThen(Collectors.toList(), questions -> {
                    questions.add("/api/v1/services");
                    questions.add("/api/v1/alerts?limit=200");
                    questions.add("/api/v1/alerts?state=open");
                    questions.add("/api/v1/alerts?state=joined");
                    questions.add("/api/v1/services/Figgy/glossary");
                    var hook = "/api/v1/webhooks/" + webhook.id();
                    questions.addAll(List.of("/api/v1/webhooks", hook));
                    Stream.of("", "?limit=1", "?state=due", "?state=dead", "?cursor=1000000000002")
                            .forEach(query -> questions.add(hook + "/deliveries" + query));
                    questions.add("/api/v1/alert-sources");
                    questions.add("/api/v1/alert-sources/1");
                    return questions;
                }));
    }

    /** Everything that sam may see, so that each question has an answer. */
    private Map<String, String> known() {
        var instance = forAll.instances().get(0);
        var task = forAll.task("investigate");
        var known = new LinkedHashMap<String, String>();
        known.put("/task", task.getId());
        known.put("/process-instance", instance.getId());
        known.put("/execution", task.getExecutionId());
        known.put("/process-definition", definition());
        known.put("/process-definition/key", "incident");
        known.put(
                "/deployment", repository.createDeploymentQuery().list().get(0).getId());
        known.put("/job", forAll.jobs().get(0).getId());
        known.put("/job-definition", forAll.jobs().get(0).getJobDefinitionId());
        known.put("/user", "sam");
        known.put("/group", "responders");
        known.put("/decision-definition/key", "rolesNeeded");
        known.put(
                "/decision-definition",
                repository.createDecisionDefinitionQuery().list().get(0).getId());
        known.put(
                "/variable-instance",
                runtime.createVariableInstanceQuery().processInstanceIdIn(instance.getId()).list().stream()
                        .findFirst()
                        .map(variable -> variable.getId())
                        .orElse("none"));
        known.put("/metrics", "activity-instance-start");
        known.put("{engine}", "default");
        return known;
    }

    private String definition() {
        return forAll.instances().stream()
                .map(part -> part.getProcessDefinitionId())
                .filter(id -> id.startsWith("incident:"))
                .findFirst()
                .orElseThrow();
    }

    private static void put(
            Map<String, String> answers, Browser browser, String method, String path, String json, String... headers) {
        var answer = browser.send(method, path, json, headers);
        answers.put(
                "%s %s".formatted(method, path),
                "%d %s".formatted(answer.statusCode(), answer.body().replaceAll(TIME, "then")));
    }
}
