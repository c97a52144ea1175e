package dev.ensemble.process;

import dev.ensemble.process.Drawing.Box;
import dev.ensemble.process.Drawing.Edge;
import dev.ensemble.process.Drawing.Kind;
import dev.ensemble.process.Drawing.Point;
import dev.ensemble.process.Drawing.Shape;
import dev.ensemble.process.Drawing.Sign;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnEdge;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnLabel;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;
import org.camunda.bpm.model.bpmn.instance.dc.Bounds;

/** Reads from a diagram how it is drawn; of what we never draw, such as lanes and notes, nothing. */
final class Drawings {

    private static final Map<Class<? extends BaseElement>, Kind> KINDS = Map.of(
            CallActivity.class, Kind.CALL,
            StartEvent.class, Kind.START,
            EndEvent.class, Kind.END,
            BoundaryEvent.class, Kind.BOUNDARY,
            ExclusiveGateway.class, Kind.EXCLUSIVE,
            ParallelGateway.class, Kind.PARALLEL);

    private Drawings() {}

    static Drawing of(BpmnModelInstance diagram) {
        return new Drawing(
                diagram.getModelElementsByType(BpmnShape.class).stream()
                        .flatMap(Drawings::shape)
                        .toList(),
                diagram.getModelElementsByType(BpmnEdge.class).stream()
                        .flatMap(Drawings::edge)
                        .toList());
    }

    private static Stream<Shape> shape(BpmnShape drawn) {
        if (!(drawn.getBpmnElement() instanceof FlowElement element)) {
            return Stream.empty();
        }
        return Stream.of(new Shape(
                element.getId(),
                kind(element),
                sign(element),
                element.getName(),
                box(drawn.getBounds()),
                labelAt(drawn.getBpmnLabel()),
                element instanceof Activity activity && activity.getLoopCharacteristics() != null,
                goesOn(element),
                element.getParentElement() instanceof SubProcess around ? around.getId() : null,
                isBeside(element)));
    }

    private static Stream<Edge> edge(BpmnEdge drawn) {
        if (!(drawn.getBpmnElement() instanceof SequenceFlow flow)) {
            return Stream.empty();
        }
        return Stream.of(new Edge(
                flow.getId(),
                flow.getSource().getId(),
                flow.getTarget().getId(),
                flow.getName(),
                labelAt(drawn.getBpmnLabel()),
                drawn.getWaypoints().stream()
                        .map(point -> new Point(point.getX(), point.getY()))
                        .toList()));
    }

    private static Kind kind(FlowElement element) {
        return KINDS.entrySet().stream()
                .filter(known -> known.getKey().isInstance(element))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> otherKind(element));
    }

    private static Kind otherKind(FlowElement element) {
        if (element instanceof SubProcess subProcess) {
            return subProcess.triggeredByEvent() ? Kind.EVENT_SUB_PROCESS : Kind.SUB_PROCESS;
        }
        if (element instanceof Gateway) {
            return Kind.OTHER_GATEWAY;
        }
        return element instanceof Event ? Kind.CATCH : Kind.TASK;
    }

    private static Sign sign(FlowElement element) {
        if (!(element instanceof CatchEvent event)) {
            return Sign.NONE;
        }
        if (event.getEventDefinitions().stream().anyMatch(MessageEventDefinition.class::isInstance)) {
            return Sign.MESSAGE;
        }
        return event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance)
                ? Sign.TIMER
                : Sign.NONE;
    }

    private static boolean goesOn(FlowElement element) {
        return element instanceof BoundaryEvent boundary && !boundary.cancelActivity()
                || element instanceof StartEvent start && !start.isInterrupting();
    }

    private static boolean isBeside(BaseElement element) {
        for (var part = element; part != null; part = around(part)) {
            if (part instanceof SubProcess subProcess && subProcess.triggeredByEvent()) {
                return true;
            }
        }
        return false;
    }

    private static BaseElement around(BaseElement part) {
        return part.getParentElement() instanceof BaseElement element ? element : null;
    }

    private static Box labelAt(BpmnLabel label) {
        return label == null || label.getBounds() == null ? null : box(label.getBounds());
    }

    private static Box box(Bounds bounds) {
        return new Box(bounds.getX(), bounds.getY(), bounds.getWidth(), bounds.getHeight());
    }
}
