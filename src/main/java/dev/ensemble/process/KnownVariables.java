package dev.ensemble.process;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.springframework.stereotype.Component;

/** The variables that a diagram asks for: those its expressions name, and what its instance is about. All others go. */
@Component
class KnownVariables {

    private static final Set<String> ABOUT = Set.of(
            "role", "followUp", "message", "person", "why", "audience", "word", "step", "nudge", "delivery", "triage");
    private static final Set<String> ROWS =
            Set.of("loopCounter", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances");
    /** What nobody may enter: what an instance is about, and where a row of equal ones stands. */
    static final Set<String> SET_BY_THE_PROCESS =
            Stream.concat(ABOUT.stream(), ROWS.stream()).collect(Collectors.toUnmodifiableSet());

    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{([^}]*)}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_]\\w*");

    private final Cache<String, Set<String>> byDefinition =
            Caffeine.newBuilder().maximumSize(200).build();

    Set<String> of(DelegateTask task) {
        return byDefinition.get(task.getProcessDefinitionId(), id -> namedIn(task.getBpmnModelInstance()));
    }

    private static Set<String> namedIn(BpmnModelInstance model) {
        var names = new HashSet<String>(ABOUT);
        names.addAll(ROWS);
        EXPRESSION
                .matcher(Bpmn.convertToString(model))
                .results()
                .flatMap(expression -> NAME.matcher(expression.group(1)).results())
                .forEach(name -> names.add(name.group()));
        return names;
    }
}
