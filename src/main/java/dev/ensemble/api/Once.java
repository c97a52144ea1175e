package dev.ensemble.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ensemble.api.IdempotencyKeys.Answer;
import dev.ensemble.api.IdempotencyKeys.Known;
import dev.ensemble.api.IdempotencyKeys.Request;
import dev.ensemble.incident.Refused;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A request that is sent again under the same {@code Idempotency-Key} is done once and answered the same each time. Its key is
 * answered in the transaction that does what was asked, so that a crash leaves both or neither.
 */
@Component
class Once {

    static final String HEADER = "Idempotency-Key";

    static final int LONGEST_KEY = 255;

    private final IdempotencyKeys keys;
    private final TransactionTemplate transaction;
    private final ObjectMapper json;

    Once(IdempotencyKeys keys, TransactionTemplate transaction, ObjectMapper json) {
        this.keys = keys;
        this.transaction = transaction;
        this.json = json;
    }

    /**
     * @param caller user id; another's keys are of no concern
     * @param asked what the request asks, whose JSON tells it from others
     * @param doing does it and answers
     * @throws Refused when the key is none
     * @throws KeyOfAnother when something else was asked under this key
     * @throws StillRunning when somebody works on it at this moment
     */
    Answer answer(String caller, String key, Object asked, Supplier<Done> doing) {
        check(key);
        var request = new Request(caller, key, digest(asked));
        var worker = UUID.randomUUID();
        var known = begin(request, worker);
        if (known.isPresent()) {
            return former(request, known.get());
        }
        try {
            return transaction.execute(status -> {
                var done = doing.get();
                var answer = new Answer(done.location(), text(done.body()));
                if (!keys.answered(request, worker, answer)) {
                    throw new StillRunning();
                }
                return answer;
            });
        } catch (RuntimeException e) {
            keys.failed(request, worker);
            throw e;
        }
    }

    private Optional<Known> begin(Request request, UUID worker) {
        try {
            return keys.begin(request, worker);
        } catch (DuplicateKeyException e) {
            // Somebody was faster by a moment; where they have failed by now, the caller may try again.
            return Optional.of(keys.find(request).orElseThrow(StillRunning::new));
        }
    }

    private static Answer former(Request request, Known known) {
        if (!known.digest().equals(request.digest())) {
            throw new KeyOfAnother();
        }
        if (known.answer() == null) {
            throw new StillRunning();
        }
        return known.answer();
    }

    private static void check(String key) {
        if (key.isBlank()) {
            throw new Refused(
                    HEADER, "Give a key of your own for each report, such as a UUID, or leave the header out.");
        }
        if (key.length() > LONGEST_KEY) {
            throw new Refused(HEADER, "Keep it to %d characters (it has %d).".formatted(LONGEST_KEY, key.length()));
        }
    }

    private String digest(Object asked) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(text(asked).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was done, and what is to be answered. */
    record Done(String location, Object body) {}

    /** Something else was asked under this key. */
    static class KeyOfAnother extends RuntimeException {

        KeyOfAnother() {
            super("Another report was sent under this key. Give each report a key of its own.");
        }
    }

    /** Somebody works on the same at this moment. */
    static class StillRunning extends RuntimeException {

        StillRunning() {
            super("The same report is being taken at this moment. Send it again in a second for its answer.");
        }
    }
}
