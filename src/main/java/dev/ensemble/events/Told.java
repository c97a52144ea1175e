package dev.ensemble.events;

import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.Incident;
import dev.ensemble.incident.Meeting;
import dev.ensemble.incident.News;
import dev.ensemble.incident.News.ConditionChange;
import dev.ensemble.incident.News.RoleChange;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * What an event says: the incident as it is then, and what changed. People are user ids, times are UTC; what is not there is
 * left out.
 */
record Told(IncidentTold incident, RoleTold role, ConditionTold change, MeetingTold meeting, FollowUpTold followUp) {

    static Told of(News news, Incident incident, Map<String, String> links) {
        return new Told(
                IncidentTold.of(incident, links),
                news.about() instanceof RoleChange role ? RoleTold.of(role) : null,
                news.about() instanceof ConditionChange change ? ConditionTold.of(change) : null,
                news.about() instanceof Meeting meeting ? MeetingTold.of(meeting) : null,
                news.about() instanceof FollowUp followUp ? FollowUpTold.of(followUp) : null);
    }

    /** As the REST interface shows it in lists. */
    record IncidentTold(
            String id,
            String service,
            String condition,
            String stage,
            String summary,
            String reporter,
            boolean restricted,
            boolean drill,
            Instant reportedAt,
            Instant restoredAt,
            Instant closedAt,
            String noFollowUpsBecause,
            String retractedBecause,
            String mergedInto,
            Map<String, String> links) {

        private static IncidentTold of(Incident incident, Map<String, String> links) {
            return new IncidentTold(
                    incident.id().toString(),
                    incident.service(),
                    incident.condition().toString(),
                    incident.stage().toString(),
                    incident.summary(),
                    incident.reporter(),
                    incident.restricted(),
                    incident.drill(),
                    incident.reportedAt(),
                    incident.restoredAt(),
                    incident.closedAt(),
                    incident.noFollowUpsBecause(),
                    incident.retractedBecause(),
                    incident.mergedInto() == null ? null : incident.mergedInto().toString(),
                    links);
        }
    }

    /** Who has a role now, and who had it. */
    record RoleTold(String role, String holder, String former) {

        private static RoleTold of(RoleChange change) {
            return new RoleTold(change.role().key(), change.holder(), change.former());
        }
    }

    /** What was wrong, and what is now. */
    record ConditionTold(String was, String became, String note) {

        private static ConditionTold of(ConditionChange change) {
            return new ConditionTold(change.was().toString(), change.became().toString(), change.note());
        }
    }

    /** How the meeting was. */
    record MeetingTold(int minutes, boolean inWriting, Instant heldAt) {

        private static MeetingTold of(Meeting meeting) {
            return new MeetingTold(meeting.minutes(), meeting.inWriting(), meeting.heldAt());
        }
    }

    /** What was promised. */
    record FollowUpTold(
            long id,
            String action,
            String owner,
            LocalDate due,
            String doneWhen,
            String kind,
            String ticket,
            String state,
            String verifiedBy,
            Instant verifiedAt,
            String didNotHoldIn) {

        private static FollowUpTold of(FollowUp followUp) {
            return new FollowUpTold(
                    followUp.id(),
                    followUp.action(),
                    followUp.owner(),
                    followUp.due(),
                    followUp.doneWhen(),
                    followUp.kind() == null ? null : followUp.kind().toString(),
                    followUp.ticket(),
                    followUp.state().toString(),
                    followUp.verifiedBy(),
                    followUp.verifiedAt(),
                    followUp.didNotHoldIn() == null
                            ? null
                            : followUp.didNotHoldIn().toString());
        }
    }
}
