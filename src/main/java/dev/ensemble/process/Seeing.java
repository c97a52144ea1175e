package dev.ensemble.process;

import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** Somebody's name in the engine; which restricted incidents they may see is looked up when the engine first asks. */
class Seeing extends Authentication {

    private static final long serialVersionUID = 1L;

    private final transient Supplier<List<String>> circles;
    private List<String> known;
    private boolean begun;

    Seeing(String person, List<String> groups, Supplier<List<String>> circles) {
        super(person, groups);
        this.circles = circles;
    }

    /** From here on; when it is told the name, the engine would look through them whether or not it needs them later. */
    void begin() {
        begun = true;
    }

    @Override
    public List<String> getTenantIds() {
        if (begun && known == null) {
            known = circles.get();
        }
        return known;
    }
}
