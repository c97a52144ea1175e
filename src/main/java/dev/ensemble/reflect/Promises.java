package dev.ensemble.reflect;

import dev.ensemble.incident.Agreed;
import dev.ensemble.incident.DueDays;
import dev.ensemble.incident.FollowUp.Kind;
import dev.ensemble.incident.People;
import dev.ensemble.incident.Ticket;
import dev.ensemble.process.DrawnTasks;
import dev.ensemble.process.Form;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** One follow-up as the meeting writes it down, row by row, with the faults that it has. */
@Component
class Promises {

    private static final int LONGEST_ID = 255;
    private static final int SOME = 5;

    private final People people;
    private final DueDays dueDays;
    private final DrawnTasks drawn;

    Promises(People people, DueDays dueDays, DrawnTasks drawn) {
        this.people = people;
        this.dueDays = dueDays;
        this.drawn = drawn;
    }

    Agreed read(Form form, Form.Row row) {
        return new Agreed(
                row.required("action", 500, "Say what will be done."),
                owner(form, row),
                due(form, row),
                row.required("doneWhen", 1000, "Say what a second person will see when it is done."),
                kind(form, row),
                task(form, row),
                ticket(form, row),
                row.isTicked("learningFriendly"));
    }

    private String owner(Form form, Form.Row row) {
        var owner = row.required("owner", 64, "Say who sees to it.");
        if (!owner.isEmpty() && !people.know(owner)) {
            form.refuse(row.name("owner"), "Nobody here has this user id. Give one that can log in.");
        } else if (!owner.isEmpty() && !people.mayRespond(owner)) {
            form.refuse(
                    row.name("owner"),
                    "%s is not in the group responders; an administrator can add them.".formatted(people.name(owner)));
        }
        return owner;
    }

    private LocalDate due(Form form, Form.Row row) {
        var due = row.date("due");
        if (isReadable(due, row)) {
            dueDays.fault(due).ifPresent(fault -> form.refuse(row.name("due"), fault));
        }
        return due;
    }

    /** The last day that there is stands for one that could not be read, which has been told already. */
    private static boolean isReadable(LocalDate due, Form.Row row) {
        return !due.equals(LocalDate.MAX) || row.text("due", 64).equals(LocalDate.MAX.toString());
    }

    private static Kind kind(Form form, Form.Row row) {
        var text = row.text("kind", 64);
        var kind = Kind.named(text);
        if (kind.isEmpty() && !text.isEmpty()) {
            form.refuse(
                    row.name("kind"),
                    Arrays.stream(Kind.values())
                            .map(Kind::toString)
                            .collect(Collectors.joining(", ", "Say one of ", ", or leave it out.")));
        }
        return kind.orElse(null);
    }

    private String task(Form form, Form.Row row) {
        var task = row.text("task", LONGEST_ID);
        var changes = row.text("kind", 64).equals(Kind.CHANGE_HOW_WE_RESPOND.toString());
        if (changes && !drawn.names().containsKey(task)) {
            form.refuse(
                    row.name("task"),
                    drawn.names().keySet().stream()
                            .limit(SOME)
                            .collect(Collectors.joining(
                                    ", ", "Give the id of the task in a diagram that it changes, such as ", ".")));
        }
        if (!changes && !task.isEmpty()) {
            form.refuse(row.name("task"), "Only with the kind %s.".formatted(Kind.CHANGE_HOW_WE_RESPOND));
        }
        return task.isEmpty() ? null : task;
    }

    private static String ticket(Form form, Form.Row row) {
        var ticket = row.text("ticket", Ticket.LONGEST);
        if (!ticket.isEmpty() && ticket.length() <= Ticket.LONGEST) {
            Ticket.fault(ticket).ifPresent(fault -> form.refuse(row.name("ticket"), fault));
        }
        return ticket.isEmpty() ? null : ticket;
    }
}
