package dev.ensemble.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.IncidentProperties;
import dev.ensemble.incident.Incidents;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonCloudEventData;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** How an event is written: CloudEvents 1.0, in JSON. It is the same each time, but that it never names what few may know of by then. */
@Component
class Event {

    /** Its text sorts as the numbers do. */
    private static final String SEQUENCE = "%016d";

    private static final String SHOWN_BY = "didNotHoldIn";

    private final URI source;
    private final ObjectMapper json;
    private final Incidents incidents;
    private final JsonFormat format = new JsonFormat();

    Event(IncidentProperties house, ObjectMapper json, Incidents incidents) {
        this.source = URI.create(house.address());
        this.json = json;
        this.incidents = incidents;
    }

    byte[] of(Delivery delivery) {
        try {
            var event = CloudEventBuilder.v1()
                    .withId(delivery.mark().toString())
                    .withSource(source)
                    .withType(delivery.kind())
                    .withTime(delivery.happenedAt().atOffset(ZoneOffset.UTC))
                    .withExtension("sequence", SEQUENCE.formatted(delivery.id()))
                    .withData("application/json", JsonCloudEventData.wrap(said(delivery)));
            if (delivery.incident() != null) {
                event.withSubject(delivery.incident().toString());
            }
            return format.serialize(event.build());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Which incident showed that a follow-up did not hold may concern others than the incident that it is of. */
    private JsonNode said(Delivery delivery) throws JsonProcessingException {
        var said = json.readTree(delivery.data());
        if (said.path("followUp") instanceof ObjectNode followUp
                && followUp.hasNonNull(SHOWN_BY)
                && incidents.get(IncidentId.of(followUp.get(SHOWN_BY).asText())).restricted()) {
            followUp.remove(SHOWN_BY);
        }
        return said;
    }
}
