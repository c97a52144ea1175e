package dev.ensemble.alerts;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Reads what any source sends; what it cannot read it keeps as it came, so that nothing vanishes. */
@Component
public class AlertReaders {

    /** Of one request, in bytes. */
    public static final int LONGEST = 256 * 1024;

    static final int TOO_DEEP = 64;

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(TOO_DEEP - 1)
                            .build())
                    .build())
            .build();

    private final Map<String, AlertReader> readers;

    AlertReaders(List<AlertReader> readers) {
        this.readers = readers.stream()
                .collect(Collectors.toMap(AlertReader::kind, Function.identity(), (one, other) -> one, TreeMap::new));
    }

    /** Of sources, in the order of their names. */
    public Set<String> kinds() {
        return readers.keySet();
    }

    /**
     * @param body is read as far as it has to be
     * @return at least one
     * @throws TooLong when it is longer than {@link #LONGEST}
     * @throws TooDeep when it is nested too deep
     * @throws IOException when the sender goes away before it has said all
     */
    public List<Alert> read(AlertSource source, InputStream body) throws IOException {
        var sent = new AlertBody(body, LONGEST);
        try (var parser = JSON.createParser(sent)) {
            return read(source, json(parser));
        } catch (JacksonException | CharConversionException noJson) {
            return List.of(UnreadableAlert.of(source, sent.text(), "it is no JSON"));
        }
    }

    private List<Alert> read(AlertSource source, JsonNode json) {
        try {
            return readers.get(source.kind()).read(source, json);
        } catch (Unreadable reason) {
            return List.of(UnreadableAlert.of(source, json, reason.getMessage()));
        }
    }

    private static JsonNode json(JsonParser parser) throws IOException {
        try {
            JsonNode json = JSON.readTree(parser);
            if (json == null || parser.nextToken() != null) {
                throw new JsonParseException(parser, "There is nothing, or something behind it");
            }
            return json;
        } catch (StreamConstraintsException e) {
            if (parser.getParsingContext().getNestingDepth() >= TOO_DEEP) {
                throw new TooDeep();
            }
            throw e;
        }
    }
}
