package dev.ensemble.events;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ensemble.incident.Incident;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.IncidentOver;
import dev.ensemble.incident.IncidentProperties;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.News;
import dev.ensemble.process.DeliveryProcess;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What happens is put down in the same transaction for everybody who wants to hear of it, and may. */
@Component
class Outbox {

    private final Webhooks webhooks;
    private final Deliveries deliveries;
    private final Discretion discretion;
    private final Incidents incidents;
    private final DeliveryProcess process;
    private final IncidentProperties house;
    private final ObjectMapper json;

    Outbox(
            Webhooks webhooks,
            Deliveries deliveries,
            Discretion discretion,
            Incidents incidents,
            DeliveryProcess process,
            IncidentProperties house,
            ObjectMapper json) {
        this.webhooks = webhooks;
        this.deliveries = deliveries;
        this.discretion = discretion;
        this.incidents = incidents;
        this.process = process;
        this.house = house;
        this.json = json;
    }

    @EventListener
    void newsCame(News news) {
        var wanting = webhooks.all().stream()
                .filter(webhook -> webhook.wants(news.kind()))
                .toList();
        if (wanting.isEmpty()) {
            return;
        }
        var incident = incidents.get(news.incident());
        var said = written(Told.of(news, incident, links(incident.id())));
        wanting.stream()
                .filter(webhook -> discretion.lets(webhook, incident))
                .forEach(webhook -> put(webhook, incident, news.kind().toString(), said));
    }

    /** In whichever way it ended. */
    @EventListener
    void incidentOver(IncidentOver over) {
        newsCame(new News(News.Kind.CLOSED, over.incident(), null));
    }

    /** Something that did not happen, to see whether it would arrive. */
    Delivery ping(Webhook webhook) {
        return put(webhook, null, "dev.ensemble.ping", written(Map.of("webhook", webhook.id())));
    }

    private Delivery put(Webhook webhook, Incident incident, String kind, String said) {
        var delivery = deliveries.add(webhook, incident == null ? null : incident.id(), kind, said);
        process.putDown(delivery.id(), incident);
        return delivery;
    }

    private Map<String, String> links(IncidentId incident) {
        var self = house.address() + "/api/v1/incidents/" + incident;
        return Map.of(
                "self", self, "timeline", self + "/timeline", "report", self + "/report", "tasklist", house.tasklist());
    }

    private String written(Object said) {
        try {
            return json.writeValueAsString(said);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
