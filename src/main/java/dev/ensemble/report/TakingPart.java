package dev.ensemble.report;

import dev.ensemble.incident.HandOver;
import dev.ensemble.incident.HandOvers;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Member;
import dev.ensemble.incident.Members;
import dev.ensemble.incident.Tenure;
import dev.ensemble.incident.Tenures;
import dev.ensemble.report.LearningReport.Held;
import dev.ensemble.report.LearningReport.Offer;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Who took which role when, and how roles changed hands; the Ensemble with them. */
@Component
class TakingPart {

    private final Tenures tenures;
    private final Members members;
    private final HandOvers handOvers;
    private final Spoken spoken;

    TakingPart(Tenures tenures, Members members, HandOvers handOvers, Spoken spoken) {
        this.tenures = tenures;
        this.members = members;
        this.handOvers = handOvers;
        this.spoken = spoken;
    }

    /** By the time they began. */
    List<Held> roles(IncidentId id) {
        return Stream.concat(
                        tenures.all(id).stream().map(tenure -> held(tenure, id)),
                        members.all(id).stream().map(member -> held(member, id)))
                .sorted(Comparator.comparing(Held::since))
                .toList();
    }

    private Held held(Tenure tenure, IncidentId here) {
        return new Held(
                tenure.role().label(),
                spoken.person(tenure.person()),
                spoken.at(tenure.since()),
                spoken.at(tenure.until()),
                tenure.reason(),
                spoken.elsewhere(tenure.from(), here));
    }

    private Held held(Member member, IncidentId here) {
        return new Held(
                member.role().label(),
                spoken.person(member.person()),
                spoken.at(member.since()),
                spoken.at(member.until()),
                null,
                spoken.elsewhere(member.from(), here));
    }

    /** In the order in which they were offered. */
    List<Offer> handOvers(IncidentId id) {
        return handOvers.all(id).stream().map(this::offer).toList();
    }

    private Offer offer(HandOver offer) {
        return new Offer(
                offer.role().label(),
                spoken.person(offer.from()),
                spoken.person(offer.to()),
                spoken.at(offer.offeredAt()),
                spoken.at(offer.answeredAt()),
                offer.outcome().toString(),
                offer.reason());
    }
}
