package dev.ensemble.api;

import dev.ensemble.incident.Catalogue;
import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.FollowUp.Kind;
import dev.ensemble.incident.FollowUp.State;
import dev.ensemble.incident.FollowUpHistory;
import dev.ensemble.incident.FollowUpSearch;
import dev.ensemble.incident.FollowUpSearch.Place;
import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.Incident;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.Service;
import dev.ensemble.incident.UnknownFollowUp;
import dev.ensemble.incident.WorkingHours;
import dev.ensemble.process.DrawnTasks;
import dev.ensemble.process.Sight;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Follow-ups over all incidents, but drills and restricted ones, gathered from the record. */
@Component
class FollowUpLists {

    private final FollowUps followUps;
    private final FollowUpHistory history;
    private final Sight sight;
    private final Catalogue catalogue;
    private final DrawnTasks drawn;
    private final WorkingHours hours;
    private final Clock clock;

    FollowUpLists(
            FollowUps followUps,
            FollowUpHistory history,
            Sight sight,
            Catalogue catalogue,
            DrawnTasks drawn,
            WorkingHours hours,
            Clock clock) {
        this.followUps = followUps;
        this.history = history;
        this.sight = sight;
        this.catalogue = catalogue;
        this.drawn = drawn;
        this.hours = hours;
        this.clock = clock;
    }

    Page page(Query query, String cursor, int most) {
        var found = followUps.find(search(query, place(cursor)), most + 1);
        return new Page(
                listed(found.stream().limit(most).toList()),
                found.size() > most
                        ? new Place(
                                        found.get(most - 1).due(),
                                        found.get(most - 1).id())
                                .toString()
                        : null);
    }

    List<ListedFollowUp> all(Query query) {
        return listed(followUps.find(search(query, null), Integer.MAX_VALUE));
    }

    WholeFollowUp whole(FollowUp followUp) {
        return new WholeFollowUp(
                listed(List.of(followUp)).stream().findFirst().orElseThrow(() -> new UnknownFollowUp(followUp.id())),
                history.moves(followUp.id()),
                history.turns(followUp.id()).stream()
                        .map(WholeFollowUp.TurnView::of)
                        .toList());
    }

    private FollowUpSearch search(Query query, Place after) {
        return new FollowUpSearch(
                Asked.text(query.owner()),
                state(Asked.text(query.state())),
                Asked.yesOrNo("overdue", query.overdue()),
                kind(Asked.text(query.kind())),
                service(Asked.text(query.service())),
                Asked.yesOrNo("learningFriendly", query.learningFriendly()),
                after,
                today());
    }

    private List<ListedFollowUp> listed(List<FollowUp> found) {
        var names = drawn.names();
        var today = today();
        var incidents = sight.look(found.stream().map(FollowUp::incident).collect(Collectors.toSet()));
        return found.stream()
                .filter(followUp -> incidents.containsKey(followUp.incident()))
                .map(followUp -> listed(followUp, incidents.get(followUp.incident()), names, today))
                .toList();
    }

    private static ListedFollowUp listed(
            FollowUp followUp, Incident incident, Map<String, String> names, LocalDate today) {
        return new ListedFollowUp(
                FollowUpView.of(followUp),
                followUp.incident().toString(),
                incident.service(),
                followUp.task() == null ? null : names.getOrDefault(followUp.task(), followUp.task()),
                followUp.isOpen() && followUp.due().isBefore(today));
    }

    private LocalDate today() {
        return hours.today(clock.instant());
    }

    private static State state(String text) {
        return oneOf("state", text, State.values());
    }

    private static Kind kind(String text) {
        return oneOf("kind", text, Kind.values());
    }

    private static <T> T oneOf(String name, String text, T[] all) {
        if (text == null) {
            return null;
        }
        return Arrays.stream(all)
                .filter(one -> one.toString().equals(text))
                .findFirst()
                .orElseThrow(() -> new Refused(
                        name,
                        Arrays.stream(all)
                                .map(Object::toString)
                                .collect(Collectors.joining(", ", "Say one of ", "."))));
    }

    /** As the catalogue spells it, which is how the record does. */
    private String service(String name) {
        return name == null ? null : catalogue.named(name).map(Service::name).orElse(name);
    }

    private static Place place(String cursor) {
        return Optional.ofNullable(Asked.text(cursor))
                .map(text -> Place.of(text)
                        .orElseThrow(
                                () -> new Refused("cursor", "Give the `next` of the page before, or leave it out.")))
                .orElse(null);
    }

    /** What is asked for; each may be left out. */
    record Query(String owner, String state, String overdue, String kind, String service, String learningFriendly) {}

    /** @param next the cursor of the following page, absent on the last */
    record Page(List<ListedFollowUp> items, String next) {}
}
