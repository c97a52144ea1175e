package dev.ensemble.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.springframework.http.ETag;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** What somebody saw of a thing before they change it: {@code ETag} shows it, {@code If-Match} asks that it still is so. */
@Component
public class Seen {

    private static final int BYTES = 8;
    private static final String ANYTHING = "*";

    private final ObjectMapper json;

    Seen(ObjectMapper json) {
        this.json = json;
    }

    /** Shows a thing with its mark. */
    public <T> ResponseEntity<T> shown(T thing) {
        return ResponseEntity.ok().eTag(mark(thing)).body(thing);
    }

    /**
     * Call it when nobody else can change the thing any more.
     *
     * @param expected as {@code If-Match} has it, {@code null} where they take it as it is
     * @param now the thing as it is, {@code null} where there is none: nobody can have seen it, whatever they expect
     * @throws ChangedMeanwhile when it is not what they saw
     */
    public void check(String expected, Object now) {
        if (expected == null || now != null && expected.strip().equals(ANYTHING)) {
            return;
        }
        if (now == null) {
            throw new ChangedMeanwhile();
        }
        var mark = new ETag(mark(now), false);
        if (ETag.parse(expected).stream().noneMatch(seen -> seen.compare(mark, true))) {
            throw new ChangedMeanwhile();
        }
    }

    /** Another as soon as anything that is shown is another. */
    private String mark(Object thing) {
        try {
            var whole = MessageDigest.getInstance("SHA-256").digest(json.writeValueAsBytes(thing));
            return HexFormat.of().formatHex(Arrays.copyOf(whole, BYTES));
        } catch (JsonProcessingException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Somebody was faster. */
    public static class ChangedMeanwhile extends RuntimeException {

        ChangedMeanwhile() {
            super("It is not any more what you saw. Read it again, then change it.");
        }
    }
}
