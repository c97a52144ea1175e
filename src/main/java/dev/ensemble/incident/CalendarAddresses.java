package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.when;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The secret part of the address at which somebody's calendar looks up meetings, since calendars cannot log in. Only its digest
 * is kept; each person has one at a time.
 */
@Repository
public class CalendarAddresses {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient jdbc;
    private final Clock clock;

    CalendarAddresses(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A new secret; the former one is worth nothing from now on. */
    @Transactional
    public String make(String person) {
        takeBack(person);
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        jdbc.sql("insert into calendar_address (person, digest, made_at) values (:person, :digest, :at)")
                .param("person", person)
                .param("digest", digest(secret))
                .param("at", when(clock.instant()))
                .update();
        return secret;
    }

    public void takeBack(String person) {
        jdbc.sql("delete from calendar_address where person = :person")
                .param("person", person)
                .update();
    }

    /** The user id of whose secret it is. */
    public Optional<String> person(String secret) {
        return jdbc.sql("select person from calendar_address where digest = :digest")
                .param("digest", digest(secret))
                .query(String.class)
                .optional();
    }

    private static String digest(String secret) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
