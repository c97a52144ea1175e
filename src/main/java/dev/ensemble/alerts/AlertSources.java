package dev.ensemble.alerts;

import static dev.ensemble.incident.Rows.at;
import static dev.ensemble.incident.Rows.when;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The monitoring systems that may send alerts, each with a token of its own; nobody keeps it but the sender. */
@Repository
public class AlertSources {

    /** One can see what it is for, and search for it where it does not belong. */
    private static final String TOKEN = "ensemble-alerts-%d-%s";

    private static final Pattern TOKENS = Pattern.compile("ensemble-alerts-(\\d{1,18})-[\\w-]{43}");
    private static final int SECRET_BYTES = 32;
    private static final Duration LAST_USED_TO_THE = Duration.ofMinutes(1);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    AlertSources(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return its token, which nobody can ask for again */
    @Transactional
    public Made make(String kind, String name, String person) {
        var key = new GeneratedKeyHolder();
        jdbc.sql("""
                        insert into alert_source (kind, name, digest, made_by, made_at)
                        values (:kind, :name, '', :person, :now)""")
                .param("kind", kind)
                .param("name", name)
                .param("person", person)
                .param("now", when(clock.instant()))
                .update(key, "id");
        var id = key.getKeyAs(Long.class);
        var token = TOKEN.formatted(id, secret());
        jdbc.sql("update alert_source set digest = :digest where id = :id")
                .param("digest", Digest.of(token))
                .param("id", id)
                .update();
        return new Made(find(id).orElseThrow(), token);
    }

    /** All that were ever made, newest first. */
    public List<Listed> all() {
        return jdbc.sql("select * from alert_source order by id desc")
                .query(AlertSources::listed)
                .list();
    }

    public Optional<Listed> find(long id) {
        return jdbc.sql("select * from alert_source where id = :id")
                .param("id", id)
                .query(AlertSources::listed)
                .optional();
    }

    /** From now on its token is no longer right; a second time changes nothing. */
    @Transactional
    public void revoke(long id, String person) {
        jdbc.sql(
                        "update alert_source set revoked_by = :person, revoked_at = :now where id = :id and revoked_at is null")
                .param("person", person)
                .param("now", when(clock.instant()))
                .param("id", id)
                .update();
    }

    /** Whose token this is; empty for one that never was right, or is no longer. It takes as long for any wrong secret. */
    public Optional<AlertSource> of(String token) {
        var form = TOKENS.matcher(token);
        if (!form.matches()) {
            return Optional.empty();
        }
        var id = Long.parseLong(form.group(1));
        var source = jdbc.sql("select * from alert_source where id = :id and revoked_at is null")
                .param("id", id)
                .query(Kept::of)
                .optional()
                .filter(kept -> isSame(kept.digest(), Digest.of(token)));
        source.ifPresent(this::used);
        return source.map(kept -> new AlertSource(id, kept.kind(), kept.name()));
    }

    /** Many requests at once do not wait for each other to say so. */
    private void used(Kept source) {
        var now = clock.instant();
        var longAgo = now.minus(LAST_USED_TO_THE);
        if (source.lastUsedAt() != null && source.lastUsedAt().isAfter(longAgo)) {
            return;
        }
        jdbc.sql("""
                        update alert_source set last_used_at = :now
                        where id = :id and (last_used_at is null or last_used_at <= :longAgo)""")
                .param("now", when(now))
                .param("id", source.id())
                .param("longAgo", when(longAgo))
                .update();
    }

    private String secret() {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    private static boolean isSame(String right, String given) {
        return MessageDigest.isEqual(
                right.getBytes(StandardCharsets.US_ASCII), given.getBytes(StandardCharsets.US_ASCII));
    }

    private static Listed listed(ResultSet row, int index) throws SQLException {
        return new Listed(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("name"),
                row.getString("made_by"),
                at(row, "made_at"),
                at(row, "last_used_at"),
                row.getString("revoked_by"),
                at(row, "revoked_at"));
    }

    /** A new one, with what only its sender is told. */
    public record Made(Listed source, String token) {}

    /**
     * One as administrators see it.
     *
     * @param lastUsedAt to the minute, {@code null} for never
     * @param revokedAt {@code null} as long as its token is right
     */
    public record Listed(
            long id,
            String kind,
            String name,
            String madeBy,
            Instant madeAt,
            Instant lastUsedAt,
            String revokedBy,
            Instant revokedAt) {}

    private record Kept(long id, String kind, String name, String digest, Instant lastUsedAt) {

        static Kept of(ResultSet row, int index) throws SQLException {
            return new Kept(
                    row.getLong("id"),
                    row.getString("kind"),
                    row.getString("name"),
                    row.getString("digest"),
                    at(row, "last_used_at"));
        }
    }
}
