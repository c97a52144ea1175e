package dev.ensemble.process;

import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Role;
import dev.ensemble.incident.Stage;
import dev.ensemble.incident.Timeline;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.camunda.bpm.engine.impl.bpmn.parser.AbstractBpmnParseListener;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.pvm.process.ActivityImpl;
import org.camunda.bpm.engine.impl.pvm.process.ScopeImpl;
import org.camunda.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.stereotype.Component;

/**
 * What holds for every diagram without being drawn: a user task asks its {@link Answer}, the incident's stage is the call
 * it is in, and the timeline writes itself from the labels.
 */
@Component
class Diagrams extends AbstractBpmnParseListener {

    static final String INCIDENT = "incident";

    private static final Set<String> STAGES =
            Arrays.stream(Stage.values()).map(Stage::toString).collect(Collectors.toSet());

    private final BeanFactory beans;

    Diagrams(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        var task = ((UserTaskActivityBehavior) activity.getActivityBehavior()).getTaskDefinition();
        var listener = new TaskAsked(beans);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_CREATE, listener::created);
        task.addBuiltInTaskListener(TaskListener.EVENTNAME_COMPLETE, listener::completed);
    }

    @Override
    public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
        // A call for each of several is one stage, entered once: by the body around them.
        if (element.element("multiInstanceLoopCharacteristics") == null) {
            entersStage(element, activity);
        }
    }

    @Override
    public void parseMultiInstanceLoopCharacteristics(Element element, Element loop, ActivityImpl body) {
        entersStage(element, body);
    }

    @Override
    public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        // Who sends a message has written its own line.
        if (element.element("timerEventDefinition") != null) {
            activity.addListener(
                    ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> rung(execution, element));
        }
    }

    private void entersStage(Element element, ActivityImpl activity) {
        var stage = element.attribute("calledElement");
        if (isPartOfIncident(activity) && STAGES.contains(stage)) {
            activity.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> {
                beans.getBean(Incidents.class).enter(new Token(execution).incident(), Stage.of(stage));
                happened(execution, element, null);
            });
        }
    }

    private void rung(DelegateExecution execution, Element event) {
        var role = (String) execution.getVariable("role");
        happened(execution, event, role == null ? null : new Role(role).label());
    }

    private void happened(DelegateExecution execution, Element box, String about) {
        beans.getBean(Timeline.class)
                .happened(new Token(execution).incident(), box.attribute("id"), box.attribute("name"), null, about);
    }

    private static boolean isPartOfIncident(ScopeImpl scope) {
        return ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey().equals(INCIDENT);
    }
}
