package dev.ensemble.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.contract.Document.Described;
import dev.ensemble.contract.MadeUp.Request;
import dev.ensemble.incident.FollowUps;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever is sent, every operation of the contract answers as the contract says; there is no list of them here. */
@EnsembleTest
class EveryOperationTest {

    private static final int TIMES = 30;
    private static final List<String> METHODS = List.of("GET", "PUT", "POST", "PATCH", "DELETE");
    private static final String MODERATOR = Browser.basic("maya", "ensemble");
    private static final String TOKEN = "Bearer " + EnsembleTest.API_TOKEN;

    @LocalServerPort
    private int port;

    @Autowired
    private Walk responding;

    @Autowired
    private Walk promised;

    @Autowired
    private FollowUps followUps;

    private Browser browser;
    private Document contract;
    private Map<String, List<String>> known;

    @BeforeEach
    void thereIsSomethingToAskFor() {
        browser = new Browser(port);
        contract = new Document(browser.get("/openapi").body());
        responding.responding();
        promised.followingUp();
        var numbers = List.of(responding.id().toString(), promised.id().toString());
        known = Map.of(
                "incidents/id",
                numbers,
                "recurrences/earlier",
                numbers,
                "follow-ups/id",
                followUps.of(promised.id()).stream()
                        .map(followUp -> String.valueOf(followUp.id()))
                        .toList(),
                "timeline/entry",
                responding.timeline().stream()
                        .map(entry -> String.valueOf(entry.id()))
                        .toList(),
                "alerts/kind",
                List.of("generic"),
                "roles/role",
                List.of("moderator", "note-taker", "it-manager", "expert", "learner"),
                "services/service",
                List.of(Walk.SERVICE, "opac"));
    }

    @Test
    void answersAsTheContractSays() {
        var statuses = new TreeMap<String, Set<Integer>>();
        var wrong = new ArrayList<String>();
        contract.operations().forEach(operation -> {
            var requests = new MadeUp(contract, operation, place -> known.getOrDefault(place, List.of("1")));
            for (var left = TIMES; left > 0; left--) {
                var request = requests.next();
                var answer = send(request, operation.isForSources() ? TOKEN : MODERATOR);
                faults(operation, answer)
                        .forEach(fault -> wrong.add(
                                "%s%n→ %s %s: %s".formatted(request, answer.statusCode(), answer.body(), fault)));
                statuses.computeIfAbsent(operation.toString(), key -> new TreeSet<>())
                        .add(answer.statusCode());
            }
        });
        assertThat(wrong).isEmpty();
        // Only refusals would prove little.
        assertThat(statuses.entrySet().stream()
                        .filter(operation -> operation.getValue().stream().anyMatch(status -> status < 300))
                        .count())
                .as(statuses.toString())
                .isGreaterThan(statuses.size() / 2L);
    }

    @Test
    void isForWhomTheContractSays() {
        contract.operations().forEach(operation -> {
            var request = new MadeUp(contract, operation, place -> known.getOrDefault(place, List.of("1"))).next();
            var toNobody = send(request, null);
            var toOthers = send(request, TOKEN);

            if (operation.isForEverybody()) {
                assertThat(toNobody.statusCode()).as(operation.toString()).isNotIn(401, 403);
            } else if (toNobody.statusCode() != 400) {
                assertThat(toNobody.statusCode()).as(operation.toString()).isEqualTo(401);
                if (!operation.isForSources()) {
                    assertThat(toOthers.statusCode() != 403)
                            .as("%s → %s", operation, toOthers.body())
                            .isEqualTo(operation.isForOtherSystems());
                }
            }
            assertThat(faults(operation, toNobody)).as(operation.toString()).isEmpty();
            assertThat(faults(operation, toOthers)).as(operation.toString()).isEmpty();
        });
    }

    @Test
    void isTheOnlyOneOfItsMethod() {
        contract.operations().map(Described::path).distinct().forEach(path -> {
            var there = contract.operations()
                    .filter(operation -> operation.path().equals(path))
                    .map(operation -> operation.method().toUpperCase())
                    .toList();
            METHODS.stream().filter(method -> !there.contains(method)).forEach(method -> {
                var answer = send(new Request(method, path.replaceAll("\\{\\w+}", "1"), List.of(), null), MODERATOR);

                assertThat(answer.statusCode()).as(method + " " + path).isEqualTo(405);
                assertThat(format(answer)).isEqualTo("application/problem+json");
            });
        });
    }

    private List<String> faults(Described operation, HttpResponse<String> answer) {
        var said = operation.answer(answer.statusCode());
        if (answer.statusCode() >= 500) {
            return List.of("An answer that nobody wants");
        }
        if (said.isMissingNode()) {
            return List.of("A status that is not in the contract");
        }
        if (!said.has("content")) {
            return answer.body().isEmpty() ? List.of() : List.of("There is to be no content");
        }
        var format = format(answer);
        if (!said.path("content").has(format)) {
            return List.of("A format that is not in the contract: " + format);
        }
        return format.endsWith("json")
                ? contract.faults(said.path("content").path(format).path("schema"), answer.body())
                : List.of();
    }

    private static String format(HttpResponse<String> answer) {
        return answer.headers().firstValue("Content-Type").orElse("").replaceAll(";.*", "");
    }

    private HttpResponse<String> send(Request request, String who) {
        var headers = new ArrayList<>(request.headers());
        if (who != null) {
            headers.addAll(List.of("Authorization", who));
        }
        return browser.exactly(request.method(), request.path(), request.body(), headers.toArray(String[]::new));
    }
}
