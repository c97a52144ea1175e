package dev.ensemble.incident;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who took part in an incident. */
@Component
public class Participants {

    private final Tenures tenures;
    private final Members members;

    Participants(Tenures tenures, Members members) {
        this.tenures = tenures;
        this.members = members;
    }

    /** The user ids of everybody who held a role or joined the Ensemble, each once; those who held a role come first. */
    public List<String> of(IncidentId incident) {
        return Stream.concat(
                        tenures.everybody(incident).stream(),
                        members.all(incident).stream().map(Member::person))
                .distinct()
                .toList();
    }
}
