package dev.ensemble.incident;

import static dev.ensemble.incident.Rows.at;
import static dev.ensemble.incident.Rows.when;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** What somebody wrote about restricted incidents for everybody to read. Nothing is overwritten. */
@Repository
public class PublishableVersions {

    /** The longest text, in characters. */
    public static final int LONGEST_TEXT = 50_000;

    private final JdbcClient jdbc;
    private final Incidents incidents;
    private final Clock clock;

    PublishableVersions(JdbcClient jdbc, Incidents incidents, Clock clock) {
        this.jdbc = jdbc;
        this.incidents = incidents;
        this.clock = clock;
    }

    /**
     * @param person user id
     * @param text Markdown
     * @param first looks at the newest version, empty where there is none, when nobody else can write; may throw
     * @return what was written
     * @throws Refused when the text is empty or too long
     */
    @Transactional
    public PublishableVersion write(
            IncidentId incident, String person, String text, Consumer<Optional<PublishableVersion>> first) {
        var written = Entered.text(text);
        if (written.isEmpty()) {
            throw new Refused("text", "Write what everybody may read. Nothing is taken over from the report.");
        }
        if (written.length() > LONGEST_TEXT) {
            throw new Refused(
                    "text", "Keep it to %d characters (it has %d).".formatted(LONGEST_TEXT, written.length()));
        }
        incidents.takeTurn(incident);
        first.accept(of(incident).stream().findFirst());
        jdbc.sql("""
                        insert into publishable_version (incident, at, person, text)
                        values (:incident, :at, :person, :text)""")
                .param("incident", incident.number())
                .param("at", when(clock.instant()))
                .param("person", person)
                .param("text", written)
                .update();
        return of(incident).get(0);
    }

    /** The newest first; the first is the one that counts. */
    public List<PublishableVersion> of(IncidentId incident) {
        return jdbc.sql("select * from publishable_version where incident = :incident order by id desc")
                .param("incident", incident.number())
                .query(PublishableVersions::version)
                .list();
    }

    private static PublishableVersion version(ResultSet row, int index) throws SQLException {
        return new PublishableVersion(at(row, "at"), row.getString("person"), row.getString("text"));
    }

    /**
     * @param person user id of who wrote it
     * @param text Markdown
     */
    public record PublishableVersion(Instant at, String person, String text) {}
}
