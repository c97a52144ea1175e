package dev.ensemble.figures;

import dev.ensemble.figures.Distribution.Bucket;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * What is measured in seconds, as SQL asks for its distribution and gives it.
 *
 * @param column in which the seconds are; {@code null} there for none
 * @param bounds of the histogram's buckets, ascending
 */
record Measured(String column, List<Long> bounds) {

    private static final List<Integer> PERCENTS = List.of(10, 25, 50, 75, 90);

    String columns() {
        var columns = new StringBuilder("count(%1$s) as %1$s_n, max(%1$s) as %1$s_max".formatted(column));
        for (var percent : PERCENTS) {
            columns.append(
                    ", percentile_cont(0.%2$d) within group (order by %1$s) as %1$s_p%2$d".formatted(column, percent));
        }
        for (var bound : bounds) {
            columns.append(", count(case when %1$s <= %2$d then 1 end) as %1$s_b%2$d".formatted(column, bound));
        }
        return columns.toString();
    }

    Distribution in(ResultSet row) throws SQLException {
        var buckets = new ArrayList<Bucket>();
        var n = row.getLong(column + "_n");
        var counted = 0L;
        for (var bound : bounds) {
            var upTo = row.getLong(column + "_b" + bound);
            buckets.add(new Bucket(bound, upTo - counted));
            counted = upTo;
        }
        buckets.add(new Bucket(null, n - counted));
        return new Distribution(
                n,
                seconds(row, "_p10"),
                seconds(row, "_p25"),
                seconds(row, "_p50"),
                seconds(row, "_p75"),
                seconds(row, "_p90"),
                seconds(row, "_max"),
                buckets);
    }

    /** Milliseconds are what the record keeps. */
    private Double seconds(ResultSet row, String which) throws SQLException {
        var value = row.getDouble(column + which);
        return row.wasNull() ? null : Math.round(value * 1000) / 1000.0;
    }
}
