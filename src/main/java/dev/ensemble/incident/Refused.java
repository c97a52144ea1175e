package dev.ensemble.incident;

import java.util.List;
import java.util.stream.Collectors;

/** What somebody entered cannot be taken; every fault names its field and says what would do. Nothing was changed. */
public class Refused extends RuntimeException {

    private final List<Fault> faults;

    public Refused(List<Fault> faults) {
        super(faults.stream().map(Fault::toString).collect(Collectors.joining(" ")));
        this.faults = List.copyOf(faults);
    }

    public Refused(String field, String message) {
        this(List.of(new Fault(field, message)));
    }

    public List<Fault> faults() {
        return faults;
    }

    /** One field, and what would do. */
    public record Fault(String field, String message) {

        @Override
        public String toString() {
            return field + ": " + message;
        }
    }
}
