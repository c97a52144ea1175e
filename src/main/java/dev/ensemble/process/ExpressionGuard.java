package dev.ensemble.process;

import dev.ensemble.incident.Refused;
import jakarta.ws.rs.core.Response.Status;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.impl.AbstractQuery;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.impl.persistence.entity.FilterEntity;
import org.camunda.bpm.engine.query.Query;
import org.springframework.util.ReflectionUtils;

/**
 * Nobody evaluates expressions of their own by asking for tasks. The engine forbids them in queries but forgets the or-queries
 * within (CVE-2026-109432), and lets them into stored filters. What a filter needs to know stays: who asks, and when.
 */
class ExpressionGuard extends CommandInterceptor {

    private static final Set<String> HARMLESS = Set.of("${currentUser()}", "${currentUserGroups()}", "${now()}");

    @Override
    public <T> T execute(Command<T> command) {
        if (command instanceof AbstractQuery<?, ?> query) {
            check(query);
        } else if (command instanceof SaveFilterCmd saving) {
            check(field(saving, "filter") instanceof FilterEntity filter ? filter.getQuery() : null);
        } else if (command instanceof AbstractExecuteFilterCmd running) {
            check((Query<?, ?>) field(running, "extendingQuery"));
            check(stored((String) field(running, "filterId")));
        }
        return next.execute(command);
    }

    /** A filter can have got its query before this guard was there, or past it. */
    private Query<?, ?> stored(String filter) {
        if (filter == null) {
            return null;
        }
        return next.execute((CommandContext commands) -> {
            var found = commands.runWithoutAuthorization(
                    () -> commands.getFilterManager().findFilterById(filter));
            return found == null ? null : found.getQuery();
        });
    }

    private static void check(Query<?, ?> query) {
        if (query instanceof AbstractQuery<?, ?> asked) {
            check(asked, Collections.newSetFromMap(new IdentityHashMap<>()));
        }
    }

    /** @param seen a query with or-queries lists itself among them */
    private static void check(AbstractQuery<?, ?> query, Set<Object> seen) {
        if (!seen.add(query)) {
            return;
        }
        for (var expression : query.getExpressions().entrySet()) {
            if (!HARMLESS.contains(expression.getValue())) {
                throw new Plainly.NotTaken(
                        Status.BAD_REQUEST,
                        new Refused(
                                expression.getKey() + "Expression",
                                "Queries take no expressions but %s."
                                        .formatted(String.join(", ", new TreeSet<>(HARMLESS)))));
            }
        }
        if (field(query, "queries") instanceof Collection<?> parts) {
            for (var part : parts) {
                check((AbstractQuery<?, ?>) part, seen);
            }
        }
    }

    /** What the engine's own classes keep to themselves; {@code null} where there is no such field. */
    private static Object field(Object of, String name) {
        var field = ReflectionUtils.findField(of.getClass(), name);
        if (field == null) {
            return null;
        }
        ReflectionUtils.makeAccessible(field);
        return ReflectionUtils.getField(field, of);
    }
}
