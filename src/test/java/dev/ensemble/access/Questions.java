package dev.ensemble.access;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.camunda.bpm.cockpit.impl.plugin.resources.BaseRootResource;
import org.camunda.bpm.engine.rest.impl.NamedProcessEngineRestServiceImpl;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * Everything that can be asked: each reading resource that the engine's interfaces have, found in their classes so that none
 * is forgotten, and our own.
 */
final class Questions {

    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*([\\w-]+)[^}]*}");

    /** Queries that take what is looked for as a body. */
    private static final List<String> ASKED_BY_BODY = List.of(
            "/task",
            "/task/count",
            "/process-instance",
            "/process-instance/count",
            "/execution",
            "/execution/count",
            "/variable-instance",
            "/variable-instance/count",
            "/job",
            "/job/count",
            "/external-task",
            "/external-task/count",
            "/job-definition",
            "/history/process-instance",
            "/history/process-instance/count",
            "/history/activity-instance",
            "/history/activity-instance/count",
            "/history/task",
            "/history/task/count",
            "/history/variable-instance",
            "/history/variable-instance/count",
            "/history/detail",
            "/history/job-log",
            "/history/decision-instance");

    private Questions() {}

    /**
     * The paths of the engine's reading resources, below its root.
     *
     * @param known what stands for a parameter, by the first part of the path and by the parameter's name
     */
    static List<String> ofTheEngine(Map<String, String> known) {
        return filledIn(paths(NamedProcessEngineRestServiceImpl.class, ""), known).stream()
                .map(path -> path.replaceFirst("^/[^/]+", ""))
                .toList();
    }

    /** The same of Cockpit's own resources. */
    static List<String> ofCockpit(Map<String, String> known) {
        return filledIn(paths(BaseRootResource.class, "/plugin/base"), known);
    }

    static List<String> ofTheEngineByBody() {
        return ASKED_BY_BODY;
    }

    private static List<String> filledIn(List<String> paths, Map<String, String> known) {
        return paths.stream()
                .map(path -> filledIn(path, known))
                .distinct()
                .sorted()
                .toList();
    }

    private static String filledIn(String path, Map<String, String> known) {
        return PARAMETER.matcher(path).replaceAll(found -> {
            var of = path.substring(0, found.start()).replaceAll("/$", "").replaceAll("\\{[^}]*}", "");
            var best = new TreeMap<>(known)
                    .entrySet().stream()
                            .filter(entry -> of.endsWith(entry.getKey()))
                            .max((one, other) ->
                                    one.getKey().length() - other.getKey().length());
            return best.map(Map.Entry::getValue)
                    .orElseGet(() -> known.getOrDefault("{%s}".formatted(found.group(1)), "none"));
        });
    }

    private static List<String> paths(Class<?> resource, String at) {
        var paths = new ArrayList<String>();
        for (var method : resource.getMethods()) {
            var path = at + slash(path(method));
            if (isReading(method)) {
                paths.add(path);
            } else if (path(method) != null && !isWriting(method)) {
                paths.addAll(paths(method.getReturnType(), path));
            }
        }
        return paths;
    }

    private static boolean isReading(Method method) {
        return AnnotationUtils.findAnnotation(method, GET.class) != null;
    }

    private static boolean isWriting(Method method) {
        return Arrays.stream(AnnotationUtils.getAnnotations(method))
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    private static String path(Method method) {
        var path = AnnotationUtils.findAnnotation(method, Path.class);
        return path == null ? null : path.value();
    }

    private static String slash(String path) {
        return path == null || path.isEmpty() || path.equals("/") ? "" : path.startsWith("/") ? path : "/" + path;
    }
}
