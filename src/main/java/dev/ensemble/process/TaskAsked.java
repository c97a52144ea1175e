package dev.ensemble.process;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Timeline;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.spin.plugin.variable.SpinValues;
import org.springframework.beans.factory.BeanFactory;

/** Something is asked of a person: what happens when the task appears, and when it is answered. */
record TaskAsked(BeanFactory beans) {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Names the task so that a list of tasks can be read, says by when, and gives the form what it shows. */
    void created(DelegateTask task) {
        var token = new Token(task.getExecution());
        var subject = answer(task).map(known -> known.subject(token)).orElse("");
        task.setName("%s: %s%s"
                .formatted(about(token), lowerFirst(label(task)), subject.isEmpty() ? "" : " (%s)".formatted(subject)));
        if (task.getDueDate() == null && token.isAboutIncident()) {
            new Deadlines(beans).ofTask(task).ifPresent(task::setDueDate);
        }
        show(task, name -> true);
    }

    private String about(Token token) {
        if (!token.isAboutIncident()) {
            return token.triage().toString();
        }
        var incident = beans.getBean(Incidents.class).get(token.incident());
        return "%s%s %s".formatted(incident.id(), incident.drill() ? " (drill)" : "", incident.service());
    }

    /** Gives the form what it shows, of that which is asked for by name. */
    void show(DelegateTask task, Predicate<String> asked) {
        var token = new Token(task.getExecution());
        answer(task).map(known -> known.shown(token)).orElse(Map.of()).forEach((name, value) -> {
            if (asked.test(name)) {
                task.setVariableLocal(name, variable(value));
            }
        });
    }

    /** What it is about was promised for another day, or is linked to something else. */
    void promisedAnew(DelegateTask task) {
        show(task, "followUpText"::equals);
        new Deadlines(beans).ofPromise(task).ifPresent(task::setDueDate);
    }

    /** What is gathered when the form is opened. */
    Map<String, String> opened(DelegateTask task) {
        var token = new Token(task.getExecution());
        return answer(task).map(known -> known.opened(token)).orElse(Map.of());
    }

    /** Hands what was entered to the task's answer and writes the timeline; no form field stays behind as a variable. */
    void completed(DelegateTask task) {
        var token = new Token(task.getExecution());
        var person = Optional.ofNullable(CurrentPerson.id()).orElse(task.getAssignee());
        var entered = task.getVariables();
        var known = beans.getBean(KnownVariables.class).of(task);
        entered.keySet().stream().filter(name -> !known.contains(name)).forEach(task::removeVariable);
        var form = new Form(entered, person, task.getAssignee());
        var skipping = beans.getBean(Skipping.class);
        if (form.isTicked(Skipping.TICK) && skipping.canLeaveOut(task.getExecution())) {
            skipping.check(token, form);
            answer(task).ifPresent(leftOut -> leftOut.skipped(token));
            skipping.leftOut(token, task.getTaskDefinitionKey(), label(task), person);
            return;
        }
        var answer = answer(task);
        var said = answer.isPresent() ? answer.get().given(token, form) : words(entered, known);
        form.check();
        if (said != null) {
            beans.getBean(Timeline.class)
                    .happened(
                            token.incident(),
                            task.getTaskDefinitionKey(),
                            token.about(),
                            label(task),
                            person,
                            said.isEmpty() ? null : said);
        }
    }

    private Optional<Answer> answer(DelegateTask task) {
        return Optional.of(task.getTaskDefinitionKey())
                .filter(beans::containsBean)
                .map(name -> beans.getBean(name, Answer.class));
    }

    /** A task that a team drew without asking for code: the timeline keeps what was entered. */
    private static String words(Map<String, Object> entered, Set<String> known) {
        var words = entered.entrySet().stream()
                .filter(field -> !known.contains(field.getKey()))
                .filter(field ->
                        field.getValue() != null && !field.getValue().toString().isBlank())
                .map(field -> field.getValue().toString())
                .collect(Collectors.joining(" · "));
        return words.substring(0, Math.min(words.length(), Timeline.LONGEST_TEXT));
    }

    private static String label(DelegateTask task) {
        return task.getBpmnModelElementInstance().getName();
    }

    private static Object variable(Object shown) {
        if (shown instanceof String) {
            return shown;
        }
        try {
            return SpinValues.jsonValue(JSON.writeValueAsString(shown)).create();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String lowerFirst(String label) {
        return Character.toLowerCase(label.charAt(0)) + label.substring(1);
    }
}
