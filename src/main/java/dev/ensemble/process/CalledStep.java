package dev.ensemble.process;

import java.util.function.Supplier;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A step as the engine calls it. */
record CalledStep(Supplier<Step> step) implements JavaDelegate {

    @Override
    public void execute(DelegateExecution execution) {
        step.get().run(new Token(execution));
    }
}
