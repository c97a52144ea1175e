package dev.ensemble.process;

import dev.ensemble.incident.Incident;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Incidents.Search;
import dev.ensemble.incident.Insiders;
import dev.ensemble.incident.UnknownIncident;
import dev.ensemble.process.Identity.Known;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/**
 * What whoever is logged in may see. A restricted incident is not there for those whom it does not concern: they get the
 * answers that they would get without it. Every face asks here, and administrators see all.
 */
@Component
public class Sight {

    private static final String NOBODY = "";

    private final IdentityService identities;
    private final Incidents incidents;
    private final Insiders insiders;

    Sight(IdentityService identities, Incidents incidents, Insiders insiders) {
        this.identities = identities;
        this.incidents = incidents;
        this.insiders = insiders;
    }

    /**
     * @param number as people spell it
     * @throws UnknownIncident when there is none of this number, or it is not for them
     */
    public Incident get(String number) {
        return get(IncidentId.of(number));
    }

    /** @throws UnknownIncident when there is none of this number, or it is not for them */
    public Incident get(IncidentId id) {
        return look(id).orElseThrow(() -> new UnknownIncident(id));
    }

    /**
     * Empty when it is not for them.
     *
     * @throws UnknownIncident when there is none of this number
     */
    public Optional<Incident> look(IncidentId id) {
        return Optional.of(incidents.get(id)).filter(this::isFor);
    }

    /** Those of some that are for them. */
    public Map<IncidentId, Incident> look(Collection<IncidentId> ids) {
        var all = incidents.all(ids);
        var circles = all.stream().anyMatch(Incident::restricted) ? circles() : List.<String>of();
        return all.stream()
                .filter(incident -> isFor(incident, circles))
                .collect(Collectors.toMap(Incident::id, Function.identity()));
    }

    /** The same, as somebody sees it who has shown in another way than by logging in who they are. */
    public Optional<Incident> look(IncidentId id, String person) {
        return Optional.of(incidents.get(id)).filter(incident -> isFor(incident, insiders.circlesOf(person)));
    }

    /** Whether somebody may see it at this moment, whoever asks. */
    public boolean isFor(Incident incident, Known person) {
        return isFor(incident, circles(person.id(), person.groups()));
    }

    private boolean isFor(Incident incident) {
        return !incident.restricted() || isFor(incident, circles());
    }

    private static boolean isFor(Incident incident, Collection<String> circles) {
        return !incident.restricted() || circles == null || circles.contains(incident.circle());
    }

    /** At most {@code limit} incidents that fit the search, newest first. */
    public List<Incident> find(Search search, int limit) {
        var who = identities.getCurrentAuthentication();
        if (who == null) {
            return incidents.find(search, NOBODY, limit);
        }
        return incidents.find(search, Membership.isAdministrator(who.getGroupIds()) ? null : who.getUserId(), limit);
    }

    /** What somebody reported, as the answer to the report: they said it themselves, whether they may look at it later or not. */
    public Incident reported(IncidentId id) {
        return incidents.get(id);
    }

    /**
     * Of which restricted incidents and alerts they may know.
     *
     * @return {@code null} for all; none where nobody is logged in
     */
    public Collection<String> circles() {
        var who = identities.getCurrentAuthentication();
        if (who == null) {
            return List.of();
        }
        return circles(who.getUserId(), who.getGroupIds());
    }

    private Collection<String> circles(String person, List<String> groups) {
        return Membership.isAdministrator(groups) ? null : insiders.circlesOf(person);
    }
}
