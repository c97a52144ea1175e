package dev.ensemble.contract;

import io.swagger.v3.core.jackson.TypeNameResolver;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What is sent is called as its record is, after what it is a part of: {@code IncidentsPage}, {@code WholeIncidentRole}. */
class SchemaNames extends TypeNameResolver {

    private final Map<String, Class<?>> given = new ConcurrentHashMap<>();

    /** @throws IllegalStateException when two would be called the same: readers would take the one for the other */
    @Override
    protected String getNameOfClass(Class<?> type) {
        var name = name(type);
        var other = given.putIfAbsent(name, type);
        if (other != null && other != type) {
            throw new IllegalStateException("%s and %s are both %s in the contract.".formatted(other, type, name));
        }
        return name;
    }

    private static String name(Class<?> type) {
        var own = type.getSimpleName().replaceFirst("(?<=.)View$", "");
        return type.getDeclaringClass() == null
                ? own
                : name(type.getDeclaringClass()).replaceFirst("(?<=.)Api$", "") + own;
    }
}
