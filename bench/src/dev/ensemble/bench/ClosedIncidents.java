package dev.ensemble.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** Years of incidents that are over, put into the record of a product by {@code bench/closed-incidents.sql}. */
final class ClosedIncidents {

    private static final Path SCRIPT = Path.of("bench", "closed-incidents.sql");
    private static final Duration YEARS = Duration.ofDays(5 * 365);
    private static final int AT_ONCE = 10_000;
    private static final int ONE_RESTRICTED_IN = 100;
    private static final int RESTRICTED = 7;

    /** Restricted ones are counted apart. */
    private static final long APART = 1_000_000_000_000L;

    private ClosedIncidents() {}

    /** @param many of them, over five years until now */
    static void put(DataSource database, long many) {
        var jdbc = new NamedParameterJdbcTemplate(database);
        jdbc.getJdbcOperations()
                .execute("create table bench_number (i bigint not null, n bigint not null, at timestamp with time zone not null,"
                        + " mark uuid not null)");
        var first = Instant.now().minus(YEARS).minus(Duration.ofDays(2));
        for (var from = 1L; from <= many; from += AT_ONCE) {
            jdbc.batchUpdate(
                    "insert into bench_number (i, n, at, mark) values (:i, :n, :at, :mark)",
                    LongStream.range(from, Math.min(many + 1, from + AT_ONCE))
                            .mapToObj(i -> number(
                                    i, first.plus(YEARS.multipliedBy(i).dividedBy(many))))
                            .toArray(SqlParameterSource[]::new));
        }
        run(database);
    }

    private static SqlParameterSource number(long i, Instant at) {
        return new MapSqlParameterSource()
                .addValue("i", i)
                .addValue("n", i % ONE_RESTRICTED_IN == RESTRICTED ? APART + i : i)
                .addValue("at", at.atOffset(ZoneOffset.UTC))
                .addValue("mark", new UUID(0, i));
    }

    private static void run(DataSource database) {
        if (!Files.exists(SCRIPT)) {
            throw new IllegalStateException(SCRIPT.toAbsolutePath() + " is not there: start the bench in the project's folder.");
        }
        try (var connection = database.getConnection()) {
            ScriptUtils.executeSqlScript(connection, new FileSystemResource(SCRIPT));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
