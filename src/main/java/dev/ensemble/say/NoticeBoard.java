package dev.ensemble.say;

import dev.ensemble.incident.Notice;
import dev.ensemble.incident.Notices;
import dev.ensemble.incident.WorkingHours;
import dev.ensemble.process.CannotSucceed;
import dev.ensemble.process.TryLater;
import dev.ensemble.slack.Post;
import dev.ensemble.slack.Posted;
import dev.ensemble.slack.Slack;
import dev.ensemble.slack.SlackBusy;
import dev.ensemble.slack.SlackRefused;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Where things are said that belong to no incident: once each, in the channel of the incidents, or not at all when it is late. */
@Component
public class NoticeBoard {

    private final Notices notices;
    private final Words words;
    private final SayProperties settings;
    private final Slack slack;
    private final WorkingHours hours;
    private final Clock clock;

    NoticeBoard(Notices notices, Words words, SayProperties settings, Slack slack, WorkingHours hours, Clock clock) {
        this.notices = notices;
        this.words = words;
        this.settings = settings;
        this.slack = slack;
        this.hours = hours;
        this.clock = clock;
    }

    /**
     * Puts something down to be said in a step of its own.
     *
     * @param kind the name of its words under {@code bpmn/messages}
     * @param day the day that it is for
     * @return {@code false} where it has been already
     */
    public boolean reserve(String kind, LocalDate day) {
        if (notices.has(kind, day)) {
            return false;
        }
        notices.add(kind, day);
        return true;
    }

    /** Nothing is to be said for this day, whatever comes. */
    public void leaveOut(String kind, LocalDate day) {
        if (!notices.has(kind, day)) {
            notices.leaveOut(kind, day);
        }
    }

    /**
     * Says what was put down. Saying twice shows once: it carries a mark that is looked for first.
     *
     * @param goodFor until how long after its day
     * @param about what its words name, by its day; empty where there is nothing to say any more
     */
    public void say(String kind, Period goodFor, Function<LocalDate, Map<String, ?>> about) {
        for (var next = notices.next(kind); next.isPresent(); next = notices.next(kind)) {
            var notice = next.get();
            var named = hours.today(clock.instant()).isBefore(notice.day().plus(goodFor))
                    ? about.apply(notice.day())
                    : Map.<String, Object>of();
            if (named.isEmpty()) {
                notices.notNeeded(notice);
            } else {
                say(notice, words.slack(kind, named));
            }
        }
    }

    /**
     * Says something that is kept elsewhere, once by its mark.
     *
     * @param trying notes that it is about to be sent
     * @return the stamp by which others can stand in its thread; {@code null} where there is no Slack
     */
    public String say(Line line, Runnable trying) {
        return post(words.slack(line.words(), line.about()), line.thread(), line.mark(), line.firstTriedAt(), trying)
                .ts();
    }

    private void say(Notice notice, String text) {
        var posted = post(text, null, notice.mark(), notice.firstTriedAt(), () -> notices.trying(notice));
        notices.said(notice, text, posted.channel(), posted.ts());
    }

    private Posted post(String text, String thread, UUID mark, Instant firstTriedAt, Runnable trying) {
        try {
            slack.checkMaySay(settings.incidentChannel());
            trying.run();
            return slack.post(new Post(settings.incidentChannel(), thread, text, mark.toString(), firstTriedAt));
        } catch (SlackBusy e) {
            throw new TryLater(e.retryAfter(), e);
        } catch (SlackRefused e) {
            throw new CannotSucceed(e.getMessage(), e);
        }
    }

    /**
     * @param words their name under {@code bpmn/messages}
     * @param about what they name
     * @param thread the stamp of the message whose thread it belongs to, {@code null} for the channel itself
     * @param mark unique to this message, looked for before it is said again
     * @param firstTriedAt when it was first sent, {@code null} for never
     */
    public record Line(String words, Map<String, ?> about, String thread, UUID mark, Instant firstTriedAt) {}
}
