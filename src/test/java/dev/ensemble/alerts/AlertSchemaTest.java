package dev.ensemble.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import dev.ensemble.alerts.Alert.Status;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An alert of our own shape is read where docs/alert.schema.json allows it, and nowhere else. */
class AlertSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DOCS = Path.of("docs");
    private static final Pattern SENT_BY_CURL =
            Pattern.compile("-d '(\\{[^']*\\})' \\\\\\s+http://localhost:8080/api/v1/alerts/generic");

    private final AlertReaders readers = new AlertReaders(List.of(new GenericReader()));
    private final JsonNode schemaItself =
            JSON.readTree(DOCS.resolve("alert.schema.json").toFile());
    private final JsonSchema schema =
            JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(schemaItself);

    AlertSchemaTest() throws IOException {}

    @Test
    void isDocumentedByASchemaThatIsOne() throws IOException {
        var documented = SENT_BY_CURL.matcher(Files.readString(DOCS.resolve("alerts.md")));

        assertThat(documented.find()).isTrue();
        assertThat(isAllowed(documented.group(1))).isTrue();
        assertThat(isRead(documented.group(1))).isTrue();
        assertThat(JsonSchemaFactory.getInstance(VersionFlag.V202012)
                        .getSchema(
                                SchemaLocation.of(schemaItself.path("$schema").asText()))
                        .validate(schemaItself))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"generic", "generic-many"})
    void isReadAsTheSchemaSaysWithAnyPartMissingOrOfAnotherKind(String sample) throws IOException {
        var sent = AlertReadersTest.sample(sample);
        assertThat(isAllowed(sent)).isTrue();
        assertThat(isRead(sent)).isTrue();

        var changes = AlertReadersTest.changes(JSON.readTree(sent));
        assertThat(changes).anyMatch(this::isAllowed).anyMatch(changed -> !isAllowed(changed));
        assertThat(changes)
                .allSatisfy(changed -> assertThat(isRead(changed)).as(changed).isEqualTo(isAllowed(changed)));
    }

    @Test
    void isReadAsTheSchemaSaysWhateverElseStandsInIt() {
        var sent = new ArrayList<>(List.of("{}", "[]", "5", "null", "\"\"", "{\"alerts\": []}"));
        for (var also : List.of(
                "\"more\": [1]",
                "\"alerts\": null",
                "\"alerts\": \"none\"",
                "\"alerts\": []",
                "\"alerts\": {}",
                "\"alerts\": [{\"name\": \"DiskFull\"}]",
                "\"alerts\": [{}]",
                "\"status\": \"pending\"",
                "\"status\": \"RESOLVED\"",
                "\"status\": \" \"",
                "\"labels\": {}",
                "\"labels\": {\"host\": null, \"port\": 80, \"tls\": true}",
                "\"labels\": {\"hosts\": [\"a\"]}",
                "\"startsAt\": \"yesterday\"",
                "\"link\": \"javascript:alert(1)\"")) {
            sent.add("{\"name\": \"BackupFailed\", %s}".formatted(also));
            sent.add("{\"alerts\": [{\"name\": \"BackupFailed\", %s}]}".formatted(also));
        }
        for (var name : List.of("\"\"", "\" \\t\\n\"", "4711", "true", "null", "\"a\"")) {
            sent.add("{\"name\": %s}".formatted(name));
        }

        assertThat(sent).allSatisfy(one -> assertThat(isRead(one)).as(one).isEqualTo(isAllowed(one)));
    }

    private boolean isAllowed(String sent) {
        try {
            return schema.validate(JSON.readTree(sent)).isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isRead(String sent) {
        try {
            return readers
                    .read(
                            new AlertSource(1L, "generic", "Ours"),
                            new ByteArrayInputStream(sent.getBytes(StandardCharsets.UTF_8)))
                    .stream()
                    .noneMatch(alert -> alert.status() == Status.UNREADABLE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
