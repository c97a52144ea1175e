package dev.ensemble.incident;

import org.springframework.stereotype.Component;

/** One incident turns out to be a part of another: its history and its people belong to that one. */
@Component
public class Merging {

    private final Timeline timeline;
    private final Tenures tenures;
    private final Members members;

    Merging(Timeline timeline, Tenures tenures, Members members) {
        this.timeline = timeline;
        this.tenures = tenures;
        this.members = members;
    }

    /** Moves the timeline, who held which role when, and who was in the Ensemble. */
    public void move(IncidentId from, IncidentId to) {
        timeline.move(from, to);
        tenures.move(from, to);
        members.move(from, to);
    }
}
