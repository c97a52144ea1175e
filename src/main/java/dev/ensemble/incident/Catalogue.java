package dev.ensemble.incident;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.ensemble.incident.Service.Look;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/** The services that incidents can be about, read once at start from the file that {@code ENSEMBLE_CATALOGUE} names. */
@Component
public class Catalogue {

    private final List<Service> services;
    private final boolean unlistedAllowed;

    Catalogue(IncidentProperties settings) {
        this.services = read(settings.catalogue());
        this.unlistedAllowed = settings.unlistedServices();
    }

    public List<Service> services() {
        return services;
    }

    public boolean allowsUnlisted() {
        return unlistedAllowed;
    }

    /** The service of that name or alias, whatever the case of its letters. */
    public Optional<Service> named(String text) {
        var name = text == null ? "" : text.strip();
        return services.stream().filter(service -> service.isCalled(name)).findFirst();
    }

    Optional<Refused.Fault> fault(String service) {
        if (Entered.text(service).isEmpty()) {
            return Optional.of(new Refused.Fault("service", "Say which service. " + known()));
        }
        if (named(service).isPresent()) {
            return Optional.empty();
        }
        if (!unlistedAllowed) {
            return Optional.of(new Refused.Fault("service", "The catalogue does not list it. " + known()));
        }
        return Entered.text(service).length() > Report.LONGEST_SERVICE
                ? Optional.of(new Refused.Fault(
                        "service", "Keep the name to %d characters.".formatted(Report.LONGEST_SERVICE)))
                : Optional.empty();
    }

    private String known() {
        return services.stream().map(Service::name).collect(Collectors.joining(", ", "It lists: ", "."));
    }

    private static List<Service> read(Resource file) {
        var yaml = JsonMapper.builder(new YAMLFactory())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (var in = file.getInputStream()) {
            var services = yaml.readValue(in, Listing.class).services();
            if (services == null || services.isEmpty()) {
                throw new IllegalStateException(
                        "The catalogue %s lists no services under `services:`.".formatted(file));
            }
            services.forEach(service -> {
                if (service.stakeholders().stream().anyMatch(Catalogue::isIncomplete)) {
                    throw new IllegalStateException(
                            "The catalogue %s lists a stakeholder of %s without an audience or an address."
                                    .formatted(file, service.name()));
                }
                if (service.name() == null || service.name().isBlank()) {
                    throw new IllegalStateException("The catalogue %s lists a service without a name.".formatted(file));
                }
                if (!service.look().stream().allMatch(Look::isComplete)) {
                    throw new IllegalStateException(
                            "The catalogue %s says of %s to look somewhere, but not with a label and a url like https://…"
                                    .formatted(file, service.name()));
                }
            });
            return List.copyOf(services);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The catalogue %s cannot be read (ENSEMBLE_CATALOGUE names it).".formatted(file), e);
        }
    }

    private static boolean isIncomplete(Service.Stakeholder stakeholder) {
        return stakeholder.audience() == null
                || stakeholder.audience().isBlank()
                || stakeholder.address() == null
                || stakeholder.address().isBlank();
    }

    private record Listing(List<Service> services) {}
}
