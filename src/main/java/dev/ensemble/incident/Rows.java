package dev.ensemble.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;

/** How instants and search words are spelled in SQL, on H2 and PostgreSQL alike. */
public final class Rows {

    private Rows() {}

    public static OffsetDateTime when(Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    public static Instant at(ResultSet row, String column) throws SQLException {
        var value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** The incident that a column names, {@code null} where it names none. */
    public static IncidentId incident(ResultSet row, String column) throws SQLException {
        var number = row.getObject(column, Long.class);
        return number == null ? null : new IncidentId(number);
    }

    /** A pattern for {@code lower(column) like … escape '!'} that finds the words anywhere, as they stand. */
    static String like(String words) {
        var literal = words.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
        return "%" + literal + "%";
    }
}
