package dev.ensemble.alerts;

import static dev.ensemble.alerts.AlertReadersTest.sample;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import java.net.http.HttpResponse;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;

/** While the database is away, senders of alerts are asked to come again. */
@EnsembleTest
@Tag("otherwise-set-up")
@DirtiesContext
class DatabaseAwayTest {

    @LocalServerPort
    private int port;

    @Autowired
    private AlertSources sources;

    @Autowired
    private DataSource database;

    @Test
    void alertsAreToComeAgain() throws Exception {
        var token = sources.make("generic", "Ours", "maya").token();
        assertThat(send(token).statusCode()).isEqualTo(202);

        database.unwrap(HikariDataSource.class).close();

        for (var login : new String[] {token, EnsembleTest.API_TOKEN}) {
            var answer = send(login);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).contains("5");
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        }
        assertThat(send("wrong").statusCode()).isEqualTo(401);
    }

    private HttpResponse<String> send(String token) {
        return new Browser(port).post("/api/v1/alerts/generic", sample("generic"), "Authorization", "Bearer " + token);
    }
}
