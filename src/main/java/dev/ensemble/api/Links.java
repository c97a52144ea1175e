package dev.ensemble.api;

import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.IncidentProperties;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Where else to look. */
@Component
class Links {

    private final IncidentProperties house;

    Links(IncidentProperties house) {
        this.house = house;
    }

    URI self(IncidentId incident) {
        return URI.create(house.address() + "/api/v1/incidents/" + incident);
    }

    URI webhook(UUID id) {
        return URI.create(house.address() + "/api/v1/webhooks/" + id);
    }

    Map<String, String> of(IncidentId incident) {
        return Map.of(
                "self",
                self(incident).toString(),
                "timeline",
                self(incident) + "/timeline",
                "report",
                self(incident) + "/report",
                "tasklist",
                house.tasklist());
    }
}
