package dev.ensemble.alerts;

import dev.ensemble.alerts.Storms.Storm;
import dev.ensemble.incident.Triage;
import dev.ensemble.incident.Triages;
import dev.ensemble.process.Step;
import dev.ensemble.process.TaskLists;
import dev.ensemble.process.Token;
import dev.ensemble.say.NoticeBoard;
import dev.ensemble.say.NoticeBoard.Line;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Tells of all of them in one message: how many, of which services, and how many nobody has looked at. */
@Component
class SayStorm implements Step {

    private static final int MOST_SERVICES = 10;

    private final Storms storms;
    private final Triages triages;
    private final Alerts alerts;
    private final TaskLists lists;
    private final NoticeBoard board;

    SayStorm(Storms storms, Triages triages, Alerts alerts, TaskLists lists, NoticeBoard board) {
        this.storms = storms;
        this.triages = triages;
        this.alerts = alerts;
        this.lists = lists;
        this.board = board;
    }

    @Override
    public void run(Token token) {
        for (var storm : storms.toSay()) {
            board.say(
                    new Line("storm", words(storm), null, storm.mark(), storm.firstTriedAt()),
                    () -> storms.trying(storm));
            storms.said(storm);
        }
    }

    private Map<String, Object> words(Storm storm) {
        var opened = triages.opened(storm.since(), storm.seenAt());
        return Map.of(
                "count", opened.size(),
                "alerts",
                        opened.stream()
                                .mapToInt(triage -> alerts.count(triage.id()))
                                .sum(),
                "open", opened.stream().filter(Triage::isOpen).count(),
                "services", services(opened),
                "tasklist", lists.triages());
    }

    private static List<Map<String, Object>> services(List<Triage> opened) {
        return opened.stream()
                .collect(Collectors.groupingBy(
                        triage -> triage.service() == null ? "no service that we know" : triage.service(),
                        Collectors.counting()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_SERVICES)
                .map(entry -> Map.<String, Object>of("service", entry.getKey(), "count", entry.getValue()))
                .toList();
    }
}
