package dev.ensemble.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.EnsembleTest;
import dev.ensemble.incident.Incidents.Search;
import java.time.Clock;
import java.util.ArrayList;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A search of incidents is asked in words that every version of PostgreSQL reads. */
@EnsembleTest
class SearchTest {

    @Autowired
    private DataSource database;

    /** PostgreSQL 14, as in these tests, and H2 read {@code 1and}; PostgreSQL 15 and later do not. */
    @Test
    void putsABlankBehindEachNumber() {
        var asked = new ArrayList<String>();
        var incidents = incidents(ProxyDataSourceBuilder.create(database)
                .beforeQuery((execution, queries) -> queries.forEach(query -> asked.add(query.getQuery())))
                .build());

        for (var open : new Boolean[] {null, true, false}) {
            for (var person : new String[] {null, "rosa"}) {
                incidents.find(new Search(open, "Figgy", Condition.DOWN, "words", null), person, 1);
                incidents.find(new Search(open, null, null, null, null), person, 1);
            }
        }

        assertThat(asked).hasSize(12).allSatisfy(sql -> assertThat(sql).doesNotContainPattern("\\b\\d+[A-Za-z_]"));
    }

    private static Incidents incidents(DataSource database) {
        return new Incidents(JdbcClient.create(database), null, Clock.systemUTC(), event -> {});
    }
}
