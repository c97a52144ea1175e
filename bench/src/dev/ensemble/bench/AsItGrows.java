package dev.ensemble.bench;

import static dev.ensemble.bench.Compared.timed;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** What people and systems do, with many closed incidents against with few. */
final class AsItGrows {

    private static final String ROSA = "rosa";
    private static final Map<String, String> ASKED = asked();

    private AsItGrows() {}

    static Stream<Compared> all(Product many, Product few) {
        return Stream.concat(
                ASKED.entrySet().stream()
                        .map(asked -> new Compared(
                                asked.getKey(),
                                timed(() -> many.get(ROSA, asked.getValue())),
                                timed(() -> few.get(ROSA, asked.getValue())))),
                Stream.of(
                        new Compared("start an incident", timed(() -> report(many)), timed(() -> report(few))),
                        new Compared("restrict an incident", () -> restricted(many), () -> restricted(few))));
    }

    private static String report(Product product) {
        return OurCourse.number(product.send("POST", ROSA, "/api/v1/incidents", Starts.REPORT));
    }

    private static long restricted(Product product) {
        var path = "/api/v1/incidents/%s/restrict".formatted(report(product));
        return timed(() -> product.send("POST", ROSA, path, "{\"reason\": \"It names a person\"}"))
                .getAsLong();
    }

    private static Map<String, String> asked() {
        var asked = new LinkedHashMap<String, String>();
        asked.put("open incidents", "/api/v1/incidents?status=open");
        asked.put("newest incidents", "/api/v1/incidents");
        asked.put("closed of one service", "/api/v1/incidents?status=closed&service=Figgy");
        asked.put("incidents by words", "/api/v1/incidents?q=error+500");
        asked.put("follow-ups, first due first", "/api/v1/follow-ups");
        asked.put("follow-ups of somebody", "/api/v1/follow-ups?owner=eli&state=accepted");
        asked.put("follow-ups overdue", "/api/v1/follow-ups?overdue=true");
        asked.put("library by words", "/api/v1/library?q=rack+42");
        asked.put("library by words of all", "/api/v1/library?q=readers+rack");
        asked.put("library without words", "/api/v1/library");
        asked.put("figures of a year", "/api/v1/metrics/learning");
        asked.put("figures of all years", "/api/v1/metrics/learning?from=2015-01-01");
        return asked;
    }
}
