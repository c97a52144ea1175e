package dev.ensemble.api;

import dev.ensemble.incident.Catalogue;
import dev.ensemble.incident.Service;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The services that incidents can be about. */
@RestController
class ServicesApi {

    private final Catalogue catalogue;

    ServicesApi(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/api/v1/services")
    List<Service> list() {
        return catalogue.services();
    }
}
