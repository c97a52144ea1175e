package dev.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The files that decide where the product keeps its record and whom it believes. */
@EnsembleTest
class SettingsTest {

    private static final Path RESOURCES = Path.of("src", "main", "resources");

    @LocalServerPort
    private int port;

    @Test
    void keepsExamplePeopleOutOfTheRealRecord() throws IOException {
        var url = "/spring/datasource/url";
        var real = read(RESOURCES.resolve("application.yml")).at(url).asText();
        var example = read(RESOURCES.resolve("application-example.yml")).at(url).asText();

        assertThat(real).startsWith("jdbc:h2:file:./data/ensemble;");
        assertThat(example).startsWith("jdbc:h2:file:./data/example;WRITE_DELAY=0;");
    }

    @Test
    void believesNoForwardedHeadersUnlessToldTo() throws IOException {
        assertThat(read(RESOURCES.resolve("application.yml"))
                        .at("/server/forward-headers-strategy")
                        .asText())
                .isEqualTo("none");
    }

    @Test
    void believesOneProxyWhenTold() {
        var environment = new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                Map.of(
                        "SERVER_FORWARD_HEADERS_STRATEGY",
                        "native",
                        "SERVER_TOMCAT_REMOTEIP_INTERNAL_PROXIES",
                        "10\\.0\\.0\\.5"));

        var server = new Binder(ConfigurationPropertySources.from(environment))
                .bind("server", ServerProperties.class)
                .get();

        assertThat(server.getForwardHeadersStrategy()).isEqualTo(ServerProperties.ForwardHeadersStrategy.NATIVE);
        assertThat(server.getTomcat().getRemoteip().getInternalProxies()).isEqualTo("10\\.0\\.0\\.5");
    }

    @Test
    void composesWithEverySettingAndItsOwnFiles() throws IOException {
        var app = app();

        assertThat(app.at("/env_file/0/path").asText()).isEqualTo(".env");
        assertThat(app.at("/env_file/0/required").asBoolean(true)).isFalse();
        assertThat(app.at("/volumes/0").asText()).isEqualTo("./config:/config:ro");
    }

    @Test
    void isFoundHealthyByTheComposition() throws Exception {
        var command = new ArrayList<String>();
        app().at("/healthcheck/test").forEach(part -> command.add(part.asText()));
        assertThat(command.remove(0)).isEqualTo("CMD");

        assertThat(run(command, port)).isZero();
        assertThat(run(command, 1)).isNotZero();
    }

    private static int run(ArrayList<String> command, int port) throws IOException, InterruptedException {
        return new ProcessBuilder(command.stream()
                        .map(part -> part.replace("8080", "" + port))
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private static JsonNode app() throws IOException {
        return read(Path.of("docker-compose.yml")).at("/services/app");
    }

    private static JsonNode read(Path file) throws IOException {
        return new YAMLMapper().readTree(file.toFile());
    }
}
