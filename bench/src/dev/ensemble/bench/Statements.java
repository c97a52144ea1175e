package dev.ensemble.bench;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.MethodExecutionContext;
import net.ttddyy.dsproxy.listener.MethodExecutionListener;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

/** Counts what goes to a database: the one figure that no noise of the machine touches. */
final class Statements implements QueryExecutionListener, MethodExecutionListener {

    private final LongAdder statements = new LongAdder();
    private final LongAdder commits = new LongAdder();

    DataSource counting(DataSource database) {
        return ProxyDataSourceBuilder.create(database)
                .listener(this)
                .methodListener(this)
                .build();
    }

    /** A batch is one: it goes to the database in one trip. */
    long statements() {
        return statements.sum();
    }

    long commits() {
        return commits.sum();
    }

    @Override
    public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        // counted afterwards
    }

    @Override
    public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
        statements.increment();
    }

    @Override
    public void beforeMethod(MethodExecutionContext method) {
        // counted afterwards
    }

    @Override
    public void afterMethod(MethodExecutionContext method) {
        if (method.getMethod().getName().equals("commit")) {
            commits.increment();
        }
    }
}
