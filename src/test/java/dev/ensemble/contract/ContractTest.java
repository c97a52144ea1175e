package dev.ensemble.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import dev.ensemble.incident.Condition;
import dev.ensemble.incident.FollowUp;
import dev.ensemble.incident.Stage;
import io.swagger.v3.oas.annotations.Hidden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The contract of the REST interface, as tools read it. */
@EnsembleTest
class ContractTest {

    /** What the linter reads when the tests are over. */
    private static final Path WRITTEN = Path.of("target", "openapi.json");

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private Browser browser;
    private Document contract;

    @BeforeEach
    void isReadWithoutALogin() throws IOException {
        browser = new Browser(port);
        var answer = browser.get("/openapi");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        Files.writeString(WRITTEN, answer.body());
        contract = new Document(answer.body());
    }

    @Test
    void isOpenApiOfANewKind() {
        assertThat(contract.whole().path("openapi").asText()).startsWith("3.1");
        assertThat(Document.fields(contract.whole().path("components").path("securitySchemes")))
                .containsExactlyInAnyOrder(Contract.PERSON, Contract.TOKEN, Contract.SOURCE);
    }

    @Test
    void hasEveryOperationOfTheCode() {
        var mapped = mappings.getHandlerMethods().entrySet().stream()
                .filter(method -> !method.getValue().getBeanType().isAnnotationPresent(Hidden.class))
                .map(Map.Entry::getKey)
                .flatMap(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/v1"))
                        .flatMap(path -> mapping.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + path)))
                .distinct()
                .toList();

        assertThat(contract.operations().map(Object::toString)).containsExactlyInAnyOrderElementsOf(mapped);
        assertThat(contract.operations()
                        .map(operation -> operation.said().path("operationId").asText()))
                .doesNotHaveDuplicates();
    }

    @Test
    void saysOfEveryOperationWhatItIsAndHowItFails() {
        assertThat(contract.operations()).allSatisfy(operation -> {
            assertThat(operation.said().path("summary").asText()).isNotBlank();
            assertThat(operation.said().path("tags")).hasSize(1);
            assertThat(operation.said().has("security")).isTrue();
            assertThat(operation.answer(400).path("content").has("application/problem+json"))
                    .isTrue();
        });
    }

    @Test
    void showsAnExampleOfEverythingThatIsSent() {
        var without = Document.fields(contract.whole().path("components").path("schemas"))
                .flatMap(name -> fieldsWithoutExample(name))
                .toList();

        assertThat(without).as("add them to contract/examples.yml").isEmpty();
    }

    @Test
    void spellsAsTheCodeDoes() {
        assertThat(spelled("Incident", "stage")).containsExactlyElementsOf(words(Stage.values()));
        assertThat(spelled("Incident", "condition")).containsExactlyElementsOf(words(Condition.values()));
        assertThat(contract.operations()
                        .filter(operation -> operation.toString().equals("GET /api/v1/follow-ups"))
                        .flatMap(operation -> operation.parameters("query"))
                        .filter(parameter -> parameter.path("name").asText().equals("state"))
                        .flatMap(parameter -> texts(parameter.path("schema").path("enum"))))
                .containsExactlyElementsOf(words(FollowUp.State.values()));
    }

    @Test
    void callsNothingTwiceOver() {
        var names = Document.fields(contract.whole().path("components").path("schemas"))
                .toList();

        assertThat(names).contains("AlertSource", "NewWebhook", "QuietWindow", "ReceivedAlert", "IncidentPage");
        assertThat(names)
                .allSatisfy(name -> assertThat(Stream.of(name.split("(?=[A-Z])"))
                                .map(word -> word.toLowerCase().replaceFirst("s$", "")))
                        .as(name)
                        .doesNotHaveDuplicates());
    }

    @Test
    void isAlsoThereAsYaml() {
        assertThat(browser.get("/openapi.yaml").body()).startsWith("openapi: 3.1");
    }

    private Stream<String> fieldsWithoutExample(String schema) {
        var properties = contract.whole().at("/components/schemas/%s/properties".formatted(schema));
        return Document.fields(properties)
                .filter(field -> properties.path(field).path("type").isTextual()
                        && !properties.path(field).path("type").asText().equals("array")
                        && !properties.path(field).has("examples"))
                .map(field -> schema + "." + field);
    }

    private Stream<String> spelled(String schema, String field) {
        return texts(contract.whole().at("/components/schemas/%s/properties/%s/enum".formatted(schema, field)));
    }

    private static Stream<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText);
    }

    private static List<String> words(Object[] values) {
        return Arrays.stream(values).map(Object::toString).toList();
    }
}
