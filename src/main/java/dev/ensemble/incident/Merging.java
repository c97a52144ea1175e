package dev.ensemble.incident;

import org.springframework.stereotype.Component;

/** One incident turns out to be a part of another: its history and its people belong to that one. */
@Component
public class Merging {

    private final Timeline timeline;
    private final Tenures tenures;

    Merging(Timeline timeline, Tenures tenures) {
        this.timeline = timeline;
        this.tenures = tenures;
    }

    /** Moves the timeline, and who held which role when. */
    public void move(IncidentId from, IncidentId to) {
        timeline.move(from, to);
        tenures.move(from, to);
    }
}
