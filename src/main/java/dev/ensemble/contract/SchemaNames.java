package dev.ensemble.contract;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is sent is called as its record is, after one of what it is a part of: {@code IncidentPage}, {@code WholeIncidentRole}.
 * Where the record says that itself, it is enough: {@code AlertSource}, {@code NewWebhook}.
 */
class SchemaNames extends TypeNameResolver {

    private final Map<String, Class<?>> given = new ConcurrentHashMap<>();

    /** @throws IllegalStateException when two would be called the same: readers would take the one for the other */
    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
        var name = super.nameForClass(type, options);
        var other = given.putIfAbsent(name, type);
        if (other != null && other != type) {
            throw new IllegalStateException("%s and %s are both %s in the contract.".formatted(other, type, name));
        }
        return name;
    }

    @Override
    protected String getNameOfClass(Class<?> type) {
        var own = type.getSimpleName().replaceFirst("(?<=.)View$", "");
        if (type.getDeclaringClass() == null) {
            return own;
        }
        var whole = one(getNameOfClass(type.getDeclaringClass()).replaceFirst("(?<=.)(Api|Lists|Process)$", ""));
        return own.contains(whole) ? own : whole + own;
    }

    /** {@code Incidents} is {@code Incident}; {@code Process} is not many. */
    private static String one(String several) {
        return several.replaceFirst("ies$", "y").replaceFirst("(?<!s)s$", "");
    }
}
