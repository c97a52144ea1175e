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
final class OurCourse extends Course {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Product product;
    private final List<List<String>> heard;
    private String incident;

    /** @param heard where to keep what is heard, {@code null} for not at all */
    OurCourse(Product product, Waiting waiting, List<List<String>> heard) {
        super(waiting, product.engine());
        this.product = product;
        this.heard = heard;
    }

    @Override
    String incident() {
        return incident;
    }

    @Override
    void report() {
        happen(() -> incident = number(product.send("POST", "rosa", "/api/v1/incidents", Starts.REPORT)));
        say();
    }

    @Override
    void take(String role, String person) {
        happen(() -> product.send(
                "PUT",
                person,
                "/api/v1/incidents/%s/roles/%s/holder".formatted(incident, role),
                json(Map.of("person", person))));
        say();
    }

    @Override
    void complete(String task, String person, Map<String, Object> entered) {
        for (var id : waiting.tasks(incident, task)) {
            var form = json(Map.of("variables", variables(entered)));
            happen(() -> product.send("POST", person, "/engine-rest/task/%s/submit-form".formatted(id), form));
            say();
        }
    }

    @Override
    void happen(Runnable doing) {
        timed(doing);
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
