package dev.ensemble.process;

import dev.ensemble.incident.Audience;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Refused;
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
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.jobexecutor.TimerStartEventJobHandler;
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
    static final String TRIAGE = "triage";
    static final String TELL_OUTSIDE = "tell-outside";
    static final String DELIVERY = "delivery";

    /** Parts of an incident that show by themselves what they do; when each of them ends is no news, or should not be told. */
    private static final Set<String> QUIET = Set.of(
            "say",
            TELL_OUTSIDE,
            "obligation",
            "ensemble",
            "member",
            "explain",
            "look-back",
            Reflecting.REFLECTION,
            DELIVERY);

    /** It ends when its day is moved, which whoever moves it says. */
    private static final String FOLLOW_UP_DATE = "follow-up-date";

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

    /** Time says so itself; whoever sends a message has written its own line. */
    @Override
    public void parseBoundaryEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (element.element("timerEventDefinition") != null) {
            tellsWhen(ExecutionListener.EVENTNAME_START, element, activity);
        }
    }

    @Override
    public void parseIntermediateCatchEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (element.element("timerEventDefinition") != null) {
            tellsWhen(ExecutionListener.EVENTNAME_END, element, activity);
        }
    }

    /** How a whole diagram ended. */
    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        if (scope instanceof ProcessDefinitionEntity process
                && !process.getKey().equals(FOLLOW_UP_DATE)) {
            tellsWhen(ExecutionListener.EVENTNAME_START, element, activity);
        }
    }

    /** What is drawn as a part of an incident begins with it, and not by itself; what time or the product begins, nobody else does. */
    @Override
    public void parseProcess(Element element, ProcessDefinitionEntity process) {
        process.addBuiltInListener(ExecutionListener.EVENTNAME_START, (ExecutionListener) execution -> {
            if (!process.isStartableInTasklist()
                    && execution.getSuperExecution() == null
                    && !isBegunByTime()
                    && !Beside.isBeginning()) {
                throw new Refused(
                        "process",
                        "This begins by itself, or as a part of an incident. Start the process \"incident\".");
            }
        });
    }

    private static boolean isBegunByTime() {
        var job = Context.getCommandContext().getCurrentJob();
        return job != null && TimerStartEventJobHandler.TYPE.equals(job.getJobHandlerType());
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

    private void tellsWhen(String moment, Element event, ActivityImpl activity) {
        if (QUIET.contains(diagram(activity))) {
            return;
        }
        activity.addListener(moment, (ExecutionListener) execution -> {
            if (execution.getProcessBusinessKey() != null && new Token(execution).isAboutIncident()) {
                happened(execution, event, about(execution));
            }
        });
    }

    private String about(DelegateExecution execution) {
        var role = (String) execution.getVariable("role");
        if (role != null) {
            return new Role(role).label();
        }
        var audience = (String) execution.getVariable("audience");
        if (audience != null) {
            return Audience.label(audience);
        }
        var followUp = (Number) execution.getVariable("followUp");
        return followUp == null
                ? null
                : beans.getBean(FollowUps.class).get(followUp.longValue()).action();
    }

    private void happened(DelegateExecution execution, Element box, String about) {
        beans.getBean(Timeline.class)
                .happened(new Token(execution).incident(), box.attribute("id"), box.attribute("name"), null, about);
    }

    private static boolean isPartOfIncident(ScopeImpl scope) {
        return diagram(scope).equals(INCIDENT);
    }

    private static String diagram(ScopeImpl scope) {
        return ((ProcessDefinitionEntity) scope.getProcessDefinition()).getKey();
    }
}
