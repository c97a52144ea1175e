package dev.ensemble.library;

import java.util.Map;
import java.util.stream.Collectors;

/** A GIN index over {@code tsvector}s. The words are ours already, so PostgreSQL's own dictionaries stay out of it. */
class PostgresFullText implements FullText {

    @Override
    public String has(Wanted wanted, String name, Map<String, Object> parameters) {
        parameters.put(
                name, wanted.terms().stream().map(PostgresFullText::lexeme).collect(Collectors.joining(" & ")));
        return "array_to_tsvector(string_to_array(text.words, ' ')) @@ cast(:%s as tsquery)".formatted(name);
    }

    @Override
    public void mend() {
        // an index of PostgreSQL's goes back with its transaction
    }

    private static String lexeme(Wanted.Term term) {
        return "'%s'%s".formatted(term.word(), term.isBeginning() ? ":*" : "");
    }
}
