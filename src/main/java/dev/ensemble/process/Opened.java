package dev.ensemble.process;

import java.util.Collection;
import java.util.Map;
import org.camunda.bpm.engine.impl.cmd.GetTaskFormVariablesCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.beans.DirectFieldAccessor;
import org.springframework.beans.factory.BeanFactory;

/** A task can stand for hours: what its form fills in beforehand is gathered when somebody opens it, and is kept nowhere. */
class Opened extends CommandInterceptor {

    private final BeanFactory beans;

    Opened(BeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public <T> T execute(Command<T> command) {
        var result = next.execute(command);
        if (command instanceof GetTaskFormVariablesCmd && result instanceof VariableMap variables) {
            var fields = new DirectFieldAccessor(command);
            var names = (Collection<?>) fields.getPropertyValue("formVariableNames");
            opened((String) fields.getPropertyValue("resourceId")).forEach((name, text) -> {
                if (names == null || names.contains(name)) {
                    variables.putValue(name, text);
                }
            });
        }
        return result;
    }

    private Map<String, String> opened(String task) {
        return beans.getBean(Unchecked.class)
                .ask(() -> new TaskAsked(beans)
                        .opened(Context.getCommandContext().getTaskManager().findTaskById(task)));
    }
}
