package dev.ensemble.reflect;

import dev.ensemble.incident.Meetings;
import dev.ensemble.incident.WorkingHours;
import dev.ensemble.process.Answer;
import dev.ensemble.process.Form;
import dev.ensemble.process.Plan;
import dev.ensemble.process.Token;
import dev.ensemble.say.Situation;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The note taker sets the post-incident meeting. */
@Component
class ScheduleMeeting implements Answer {

    private static final String OTHER = "other";

    private final Meetings meetings;
    private final MeetingTime time;
    private final Proposals proposals;
    private final WorkingHours hours;
    private final Plan plan;
    private final Situation situation;
    private final MeetingProperties settings;
    private final Clock clock;

    ScheduleMeeting(
            Meetings meetings,
            MeetingTime time,
            Proposals proposals,
            WorkingHours hours,
            Plan plan,
            Situation situation,
            MeetingProperties settings,
            Clock clock) {
        this.meetings = meetings;
        this.time = time;
        this.proposals = proposals;
        this.hours = hours;
        this.plan = plan;
        this.situation = situation;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Map<String, Object> shown(Token token) {
        var learning = plan.learning(token);
        var by = hours.daysAfter(clock.instant(), learning.meetingWithinWorkingDays());
        return Map.of(
                "situation",
                situation.of(token.incident()),
                "suggestion",
                "Inside %d working days means by %s.".formatted(learning.meetingWithinWorkingDays(), by),
                "proposals",
                proposed(learning),
                "meetingDate",
                by.toString(),
                "meetingLengths",
                lengths(learning)
                        .map(minutes -> Map.of("label", minutes + " minutes", "value", minutes))
                        .toList(),
                "meetingMinutes",
                String.valueOf(learning.meetingMinutes()));
    }

    private List<Map<String, String>> proposed(Plan.Learning learning) {
        return Stream.concat(
                        proposals.within(learning.meetingWithinWorkingDays(), learning.meetingMinutes()).stream()
                                .map(at -> Map.of("label", time.readable(at), "value", time.spelled(at))),
                        Stream.of(Map.of("label", "Another time", "value", OTHER)))
                .toList();
    }

    /** Minutes: those of the settings and that of the plan, the shortest first. */
    private Stream<String> lengths(Plan.Learning learning) {
        return Stream.concat(settings.lengths().stream(), Stream.of(learning.meetingMinutes()))
                .sorted()
                .distinct()
                .map(String::valueOf);
    }

    @Override
    public String given(Token token, Form form) {
        var minutes =
                form.choice("meetingMinutes", lengths(plan.learning(token)).toList());
        var inWriting = form.isTicked("inWriting");
        var proposal = form.text("proposal", 40);
        var at = proposal.isEmpty() || proposal.equals(OTHER)
                ? time.entered(form, "meetingDate", "meetingTime")
                : time.proposed(form, "proposal");
        meetings.schedule(token.incident(), at, Integer.parseInt(minutes), inWriting);
        return inWriting
                ? "In writing, until " + time.readable(at)
                : "%s, %s minutes".formatted(time.readable(at), minutes);
    }
}
