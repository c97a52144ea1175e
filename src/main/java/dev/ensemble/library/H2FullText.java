package dev.ensemble.library;

import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * H2's own full text. Its search function knows no beginnings of words, so its tables are asked instead. H2 keeps the ids of
 * words in memory and forgets none when a transaction is given up; then they have to be made anew.
 */
class H2FullText implements FullText {

    /** A row's key there is {@code "ID"=42}. */
    private static final String ROWS_WITH = """
            text.id in (
                select cast(substring(place."KEY" from 6) as bigint) from ft.words word
                join ft.map stands on stands.wordid = word.id
                join ft."ROWS" place on place.id = stands.rowid
                where word.name %s)""";

    private final JdbcClient jdbc;

    H2FullText(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String has(Wanted wanted, String name, Map<String, Object> parameters) {
        var all = new StringBuilder("true");
        for (var term : wanted.terms()) {
            var parameter = name + parameters.size();
            // As H2 does with the words that it is given.
            var word = term.word().toUpperCase();
            parameters.put(parameter, term.isBeginning() ? word + "%" : word);
            all.append(" and ").append(ROWS_WITH.formatted((term.isBeginning() ? "like :" : "= :") + parameter));
        }
        return all.toString();
    }

    @Override
    public void mend() {
        jdbc.sql("call ft_reindex()").query(rows -> {});
    }
}
