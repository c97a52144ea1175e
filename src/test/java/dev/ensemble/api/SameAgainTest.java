package dev.ensemble.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A report of what is open already is offered the open one, and stays a report of its own. */
@EnsembleTest
class SameAgainTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int MORE_THAN_ARE_KEPT = 11;

    @LocalServerPort
    private int port;

    @Autowired
    private Walk open;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void isOfferedTheOpenOneFirstHoweverManyReadMoreAlike() throws Exception {
        var words = "Maps stay blank on every tablet";
        for (var left = MORE_THAN_ARE_KEPT; left > 0; left--) {
            over(report("PULMap", "down", words));
        }
        open.reported("PULMap", "down", "Nothing at all");

        var second = report("PULMap", "down", words);

        var offered = second.path("similar").get(0);
        assertThat(offered.path("id").asText()).isEqualTo(open.id().toString());
        assertThat(offered.path("stage").asText()).isEqualTo("staff");
        assertThat(offered.path("why").asText()).startsWith(open.id() + " is open, and PULMap is down; ");
        assertThat(offered.path("state").asText()).isEqualTo("suggested");
        assertThat(second.path("id").asText()).isNotEqualTo(open.id().toString());
        assertThat(second.path("stage").asText()).isEqualTo("staff");
        assertThat(second.has("mergedInto")).isFalse();
        assertThat(open.record().mergedInto()).isNull();
        over(second);
        over(open.id().number());
    }

    @Test
    void isOfferedTheOneThatHasBecomeWhatIsReported() throws Exception {
        open.reported("Finding aids", "degraded", "Slow since noon").take("moderator", "maya");
        call("POST", "/api/v1/incidents/%s/condition".formatted(open.id()), "{\"condition\": \"down\"}");

        var second = report("Finding aids", "down", "No page opens");

        assertThat(second.path("similar").get(0).path("id").asText())
                .isEqualTo(open.id().toString());
    }

    private JsonNode report(String service, String condition, String summary) throws Exception {
        return call("POST", "/api/v1/incidents", """
                {"service": "%s", "condition": "%s", "summary": "%s"}""".formatted(service, condition, summary));
    }

    private JsonNode call(String method, String path, String json) throws Exception {
        var answer = new Browser(port).send(method, path, json, "Authorization", Browser.basic("maya", "ensemble"));
        assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
        return JSON.readTree(answer.body());
    }

    private void over(JsonNode incident) {
        over(Long.parseLong(incident.path("id").asText().substring("INC-".length())));
    }

    private void over(long number) {
        jdbc.sql("update incident set restored_at = reported_at where number = :number")
                .param("number", number)
                .update();
    }
}
