package dev.ensemble.process;

import dev.ensemble.incident.FollowUps;
import dev.ensemble.incident.Injects;
import dev.ensemble.incident.Meetings;
import dev.ensemble.incident.Obligation;
import dev.ensemble.incident.Obligations;
import dev.ensemble.incident.OutsideUpdate;
import dev.ensemble.incident.OutsideUpdates;
import dev.ensemble.incident.Triages;
import dev.ensemble.incident.WorkingHours;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAmount;
import java.util.Date;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.beans.factory.BeanFactory;

/** When a diagram's timers ring and its tasks are due: {@code ${deadlines.meeting(execution)}}. */
public class Deadlines {

    private final BeanFactory beans;

    Deadlines(BeanFactory beans) {
        this.beans = beans;
    }

    /** How long to wait for somebody to take the role before asking again, an ISO-8601 duration. */
    public String askAgain(DelegateExecution execution) {
        return plan().needed(new Token(execution)).askAgainAfter();
    }

    /** How often to ask again about an alert that nobody looks at, an ISO-8601 cycle. */
    public String triageAgain(DelegateExecution execution) {
        return "R/"
                + beans.getBean(Triages.class)
                        .get(new Token(execution).triage())
                        .askAgainAfter();
    }

    /** How long somebody has to answer who is asked to take a role over, an ISO-8601 duration. */
    public String answerOffer(DelegateExecution execution) {
        return plan().roleTimes(new Token(execution)).answerWithin();
    }

    /** After how long in a role its holder is asked whether to hand it over, an ISO-8601 duration. */
    public String suggestHandOver(DelegateExecution execution) {
        return plan().roleTimes(new Token(execution)).suggestAfter();
    }

    /** After how long in a role it is high time to hand it over, an ISO-8601 duration. */
    public String urgeHandOver(DelegateExecution execution) {
        return plan().roleTimes(new Token(execution)).urgeAfter();
    }

    /** Now in working hours, else when work begins next. */
    public Date workBegins() {
        return Date.from(hours().next(beans.getBean(Clock.class).instant()));
    }

    /** When the next thing happens in a drill. */
    public Date nextInject(DelegateExecution execution) {
        return Date.from(beans.getBean(Injects.class)
                .next(new Token(execution).incident())
                .orElseThrow()
                .at());
    }

    /** When work begins on the last day to look back alone. */
    public Date reflectionDue(DelegateExecution execution) {
        return Date.from(hours().beginOn(lastDayToReflect(execution)));
    }

    /** When the last day to look back alone is over. */
    public Date reflectionOver(DelegateExecution execution) {
        return Date.from(lastDayToReflect(execution)
                .plusDays(1)
                .atStartOfDay(hours().zone())
                .toInstant());
    }

    /** When the meeting begins. */
    public Date meeting(DelegateExecution execution) {
        return Date.from(meetingOf(execution));
    }

    /** A day before the meeting, when people work. */
    public Date dayBeforeMeeting(DelegateExecution execution) {
        return Date.from(hours().dayBefore(meetingOf(execution)));
    }

    /** An hour before the meeting. */
    public Date hourBeforeMeeting(DelegateExecution execution) {
        return Date.from(meetingOf(execution).minus(Duration.ofHours(1)));
    }

    /** When work begins on the day the follow-up is due; on the next one where that moment is over when it is agreed. */
    public Date followUpDue(DelegateExecution execution) {
        var due = hours().beginOn(dueOf(execution));
        var now = beans.getBean(Clock.class).instant();
        return Date.from(
                due.isAfter(now) ? due : hours().beginOn(hours().today(now).plusDays(1)));
    }

    /** When work begins on the day the follow-up is late. */
    public Date followUpLate(DelegateExecution execution) {
        return Date.from(
                hours().beginOn(dueOf(execution).plus(learning(execution).lateAfter())));
    }

    /** When a verified follow-up has been watched long enough. */
    public Date watchEnd(DelegateExecution execution) {
        return later(learning(execution).watch());
    }

    /** Every morning, an ISO-8601 cycle. */
    public String everyMorning() {
        return beans.getBean(WeeklyDigest.class).everyMorning();
    }

    /** Whether the weekly digest is to be said today. */
    public boolean isDigestDue() {
        return beans.getBean(WeeklyDigest.class).isDue();
    }

    /** When today it is said. */
    public Date weeklyDigest() {
        return Date.from(beans.getBean(WeeklyDigest.class).moment());
    }

    /** When those outside have to be told. */
    public Date wordDue(DelegateExecution execution) {
        return Date.from(owed(execution).dueAt());
    }

    /** When somebody is asked to write what was promised outside; where nothing was, when work begins: the plan may say more then. */
    public Date nextWord(DelegateExecution execution) {
        var token = new Token(execution);
        var now = beans.getBean(Clock.class).instant();
        var promised = beans.getBean(OutsideUpdates.class)
                .last(token.incident(), token.audience())
                .map(OutsideUpdate::nextAt)
                .filter(next -> next.isAfter(now));
        return Date.from(
                promised.isEmpty()
                        ? hours().nextBegin(now)
                        : promised.get()
                                .minus(beans.getBean(CommunicationPlan.class)
                                        .askBefore(token)
                                        .orElse(Duration.ZERO)));
    }

    /** How soon after a summary the interpreter is asked for the next one, an ISO-8601 duration. */
    public String sumUp(DelegateExecution execution) {
        return plan().sumUpEvery(execution);
    }

    /** How long after the meeting a learner can look back, an ISO-8601 duration. */
    public String lookBack(DelegateExecution execution) {
        return plan().lookBackWithin(execution).toString();
    }

    /** By when a task should be done, by the plan or by what was promised; empty where it may stand. */
    Optional<Date> ofTask(DelegateTask task) {
        var execution = task.getExecution();
        return switch (task.getTaskDefinitionKey()) {
            case "doFollowUp" -> ofPromise(task);
            case "tellOutside" -> Optional.of(wordDue(execution));
            case "acceptRole" -> Optional.of(later(Duration.parse(answerOffer(execution))));
            case "lookBack" -> Optional.of(later(plan().lookBackWithin(execution)));
            case "moveMeeting" -> Optional.of(meeting(execution));
            default -> plan().within(execution, task.getTaskDefinitionKey()).map(this::later);
        };
    }

    /** By when a task should be done that was promised for a day; empty for others. */
    Optional<Date> ofPromise(DelegateTask task) {
        return Optional.of(task)
                .filter(promised -> promised.getTaskDefinitionKey().equals("doFollowUp"))
                .map(promised -> Date.from(dueOf(promised.getExecution())
                        .plusDays(1)
                        .atStartOfDay(hours().zone())
                        .toInstant()));
    }

    private Date later(TemporalAmount amount) {
        return Date.from(beans.getBean(Clock.class)
                .instant()
                .atZone(hours().zone())
                .plus(amount)
                .toInstant());
    }

    private Instant meetingOf(DelegateExecution execution) {
        return beans.getBean(Meetings.class)
                .of(new Token(execution).incident())
                .orElseThrow()
                .at();
    }

    private LocalDate lastDayToReflect(DelegateExecution execution) {
        return hours().daysAfter(
                        beans.getBean(Clock.class).instant(),
                        plan().reflecting(execution).answerWithinWorkingDays());
    }

    private LocalDate dueOf(DelegateExecution execution) {
        return beans.getBean(FollowUps.class)
                .get(new Token(execution).followUp())
                .due();
    }

    private Obligation owed(DelegateExecution execution) {
        var token = new Token(execution);
        return beans.getBean(Obligations.class)
                .open(token.incident(), token.audience())
                .orElseThrow();
    }

    private Plan.Learning learning(DelegateExecution execution) {
        return plan().learning(new Token(execution));
    }

    private Plan plan() {
        return beans.getBean(Plan.class);
    }

    private WorkingHours hours() {
        return beans.getBean(WorkingHours.class);
    }
}
