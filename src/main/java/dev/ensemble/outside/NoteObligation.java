package dev.ensemble.outside;

import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Obligations;
import dev.ensemble.incident.OutsideUpdate;
import dev.ensemble.incident.OutsideUpdates;
import dev.ensemble.incident.Word;
import dev.ensemble.process.CommunicationPlan;
import dev.ensemble.process.Step;
import dev.ensemble.process.Token;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Writes down what the audience is owed, by when. Who was told nothing bad is owed nothing good. */
@Component
class NoteObligation implements Step {

    private final Incidents incidents;
    private final Obligations obligations;
    private final OutsideUpdates updates;
    private final CommunicationPlan plan;
    private final Clock clock;

    NoteObligation(
            Incidents incidents, Obligations obligations, OutsideUpdates updates, CommunicationPlan plan, Clock clock) {
        this.incidents = incidents;
        this.obligations = obligations;
        this.updates = updates;
        this.plan = plan;
        this.clock = clock;
    }

    @Override
    public void run(Token token) {
        var last = updates.last(token.incident(), token.audience());
        var word = word(token, last);
        var within = word.flatMap(owed -> plan.within(token, owed));
        if (within.isPresent()) {
            obligations.owe(token.incident(), token.audience(), word.get(), due(token, word.get(), within.get(), last));
        } else {
            obligations.drop(token.incident(), token.audience());
        }
        token.answer("owed", within.isPresent());
    }

    private Optional<Word> word(Token token, Optional<OutsideUpdate> last) {
        if (token.word() != Word.UPDATE) {
            return last.map(told -> token.word());
        }
        if (!plan.tells(token)) {
            return Optional.empty();
        }
        var now = incidents.get(token.incident()).condition();
        return Optional.of(last.map(told -> told.condition() == now ? Word.UPDATE : Word.CHANGE)
                .orElse(Word.FIRST));
    }

    /** What was promised is kept, and a change of what is owed puts nothing off. */
    private Instant due(Token token, Word word, Duration within, Optional<OutsideUpdate> last) {
        var now = clock.instant();
        if (!word.isOfBroken()) {
            return now.plus(within);
        }
        var promised = last.map(OutsideUpdate::nextAt);
        var owed = obligations
                .open(token.incident(), token.audience())
                .filter(open -> open.word().isOfBroken())
                .map(open -> open.dueAt());
        return Stream.of(promised, owed)
                .flatMap(Optional::stream)
                .filter(time -> time.isAfter(now))
                .filter(time -> word != Word.CHANGE || time.isBefore(now.plus(within)))
                .min(Instant::compareTo)
                .orElseGet(() -> now.plus(within));
    }
}
