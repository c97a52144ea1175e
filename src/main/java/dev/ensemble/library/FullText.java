package dev.ensemble.library;

import java.util.Map;

/** The database's own full text index. */
interface FullText {

    /**
     * What a row {@code text} of {@code library_text} has to fulfil, in SQL.
     *
     * @param name to begin the names of its parameters with
     * @param parameters takes their values
     */
    String has(Wanted wanted, String name, Map<String, Object> parameters);

    /** Makes the index anew, where a transaction that was given up can have left it wrong. */
    void mend();
}
