package dev.ensemble.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An incident of the product. People come by HTTP, as they do; steps and timers run as the clockwork runs them. It keeps which
 * messages its diagrams heard at what was done, one list for each doing.
 */
final class OurCourse implements Course {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Product product;
    private final Waiting waiting;
    private final List<List<String>> heard;
    private String incident;
    private long took;

    /** @param heard where to keep what is heard, {@code null} for not at all */
    OurCourse(Product product, Waiting waiting, List<List<String>> heard) {
        this.product = product;
        this.waiting = waiting;
        this.heard = heard;
    }

    String incident() {
        return incident;
    }

    @Override
    public long took() {
        return took;
    }

    @Override
    public void report() {
        timed(() -> incident = number(product.send("POST", "rosa", "/api/v1/incidents", Starts.REPORT)));
        say();
    }

    @Override
    public void take(String role, String person) {
        timed(() -> product.send(
                "PUT",
                person,
                "/api/v1/incidents/%s/roles/%s/holder".formatted(incident, role),
                json(Map.of("person", person))));
        say();
    }

    @Override
    public void complete(String task, String person, Map<String, Object> entered) {
        for (var id : waiting.tasks(incident, task)) {
            var form = json(Map.of("variables", variables(entered)));
            timed(() -> product.send("POST", person, "/engine-rest/task/%s/submit-form".formatted(id), form));
            say();
        }
    }

    @Override
    public void ring(String event) {
        run(waiting.timer(incident, event));
        say();
    }

    private void say() {
        for (var due = waiting.steps(incident); !due.isEmpty(); due = waiting.steps(incident)) {
            due.forEach(this::run);
        }
    }

    private void run(String job) {
        timed(() -> product.engine().getManagementService().executeJob(job));
    }

    private void timed(Runnable doing) {
        var begun = System.nanoTime();
        doing.run();
        took += System.nanoTime() - begun;
        if (heard != null) {
            var now = new ArrayList<>(waiting.heard(incident));
            heard.stream().flatMap(List::stream).forEach(now::remove);
            heard.add(now);
        }
    }

    private static Map<String, Object> variables(Map<String, Object> entered) {
        var variables = new LinkedHashMap<String, Object>();
        entered.forEach((name, value) -> variables.put(
                name, value instanceof List ? Map.of("type", "Json", "value", json(value)) : Map.of("value", value)));
        return variables;
    }

    /** Which number an incident has, as the answer to its report says. */
    static String number(String answer) {
        try {
            return JSON.readTree(answer).path("id").asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
