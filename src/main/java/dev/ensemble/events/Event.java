package dev.ensemble.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ensemble.incident.IncidentProperties;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonCloudEventData;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** How an event is written: CloudEvents 1.0, in JSON. However often, it is the same. */
@Component
class Event {

    /** Its text sorts as the numbers do. */
    private static final String SEQUENCE = "%016d";

    private final URI source;
    private final ObjectMapper json;
    private final JsonFormat format = new JsonFormat();

    Event(IncidentProperties house, ObjectMapper json) {
        this.source = URI.create(house.address());
        this.json = json;
    }

    byte[] of(Delivery delivery) {
        try {
            var event = CloudEventBuilder.v1()
                    .withId(delivery.mark().toString())
                    .withSource(source)
                    .withType(delivery.kind())
                    .withTime(delivery.happenedAt().atOffset(ZoneOffset.UTC))
                    .withExtension("sequence", SEQUENCE.formatted(delivery.id()))
                    .withData("application/json", JsonCloudEventData.wrap(json.readTree(delivery.data())));
            if (delivery.incident() != null) {
                event.withSubject(delivery.incident().toString());
            }
            return format.serialize(event.build());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
