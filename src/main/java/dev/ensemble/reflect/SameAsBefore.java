package dev.ensemble.reflect;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Recurrences;
import dev.ensemble.incident.UnknownIncident;
import dev.ensemble.process.Form;
import dev.ensemble.process.Sight;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a meeting says about earlier incidents: it is the same again, or it is not. */
@Component
class SameAsBefore {

    private static final int LONGEST = 40;

    private final Sight sight;
    private final Recurrences recurrences;

    SameAsBefore(Sight sight, Recurrences recurrences) {
        this.sight = sight;
        this.recurrences = recurrences;
    }

    /** Reads it; what cannot be said is noted in the form. What is handed back takes it to the record. */
    Runnable entered(IncidentId incident, Form form) {
        var same = earlier(incident, form, "sameAs");
        var others = earlier(incident, form, "notSameAs");
        var both = new HashSet<>(same);
        both.retainAll(others);
        both.forEach(id -> form.refuse("notSameAs", "%s stands in sameAs, too. Say one of both.".formatted(id)));
        return () -> {
            same.forEach(id -> recurrences.decide(incident, id, true, form.person()));
            others.forEach(id -> recurrences.decide(incident, id, false, form.person()));
        };
    }

    private List<IncidentId> earlier(IncidentId incident, Form form, String field) {
        var ids = new ArrayList<IncidentId>();
        for (var number : form.lines(field, LONGEST)) {
            try {
                var id = sight.get(number).id();
                recurrences.against(incident, id).ifPresent(reason -> form.refuse(field, reason));
                ids.add(id);
            } catch (UnknownIncident e) {
                form.refuse(field, "There is no such incident. Give numbers like INC-42.");
            }
        }
        return ids;
    }
}
