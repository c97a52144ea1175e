package dev.ensemble.incident;

import java.util.Arrays;
import java.util.Optional;

/**
 * Something happened that other systems may want to hear of. It is told in the transaction in which it happened.
 *
 * @param about the change, meeting or follow-up that it is about; {@code null} where it is about the incident alone
 */
public record News(Kind kind, IncidentId incident, Object about) {

    static News reported(IncidentId incident) {
        return new News(Kind.REPORTED, incident, null);
    }

    static News announced(IncidentId incident) {
        return new News(Kind.ANNOUNCED, incident, null);
    }

    /** @param holder who has the role now, {@code null} for nobody; {@code former}, who had it, likewise */
    static News roleChanged(IncidentId incident, Role role, String holder, String former) {
        return new News(Kind.ROLE_CHANGED, incident, new RoleChange(role, holder, former));
    }

    static News conditionChanged(IncidentId incident, Condition was, Condition became, String note) {
        return new News(
                became == Condition.RESTORED ? Kind.RESTORED : Kind.CONDITION_CHANGED,
                incident,
                new ConditionChange(was, became, note));
    }

    static News held(Meeting meeting) {
        return new News(Kind.MEETING_HELD, meeting.incident(), meeting);
    }

    static News verified(FollowUp followUp) {
        return new News(Kind.FOLLOW_UP_VERIFIED, followUp.incident(), followUp);
    }

    static News didNotHold(FollowUp followUp) {
        return new News(Kind.FOLLOW_UP_DID_NOT_HOLD, followUp.incident(), followUp);
    }

    /** What happened, by the name that other systems know it under. */
    public enum Kind {
        REPORTED("incident.reported"),
        ANNOUNCED("incident.announced"),
        ROLE_CHANGED("incident.role-changed"),
        CONDITION_CHANGED("incident.condition-changed"),
        RESTORED("incident.restored"),
        MEETING_HELD("incident.meeting-held"),
        FOLLOW_UP_VERIFIED("follow-up.verified"),
        FOLLOW_UP_DID_NOT_HOLD("follow-up.did-not-hold"),
        CLOSED("incident.closed");

        private final String type;

        Kind(String name) {
            this.type = "dev.ensemble." + name;
        }

        /** Empty when nothing is spelled so. */
        public static Optional<Kind> of(String type) {
            return Arrays.stream(values())
                    .filter(kind -> kind.type.equals(type))
                    .findFirst();
        }

        @Override
        public String toString() {
            return type;
        }
    }

    /**
     * @param holder user id, {@code null} where nobody has it now
     * @param former user id, {@code null} where nobody had it
     */
    public record RoleChange(Role role, String holder, String former) {}

    /** @param note {@code null} where there is none */
    public record ConditionChange(Condition was, Condition became, String note) {}
}
