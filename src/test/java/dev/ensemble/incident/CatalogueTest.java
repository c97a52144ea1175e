package dev.ensemble.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensemble.incident.Service.Look;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

class CatalogueTest {

    private static final String ONE = """
            services:
              - name: Catalog
                aliases: [OPAC]""";

    @Test
    void knowsServicesByNameAndAliasInAnyCase() {
        var catalogue = catalogue(text(ONE), false);

        assertThat(catalogue.named(" catalog ")).isPresent();
        assertThat(catalogue.named("opac").orElseThrow().name()).isEqualTo("Catalog");
        assertThat(catalogue.named("Figgy")).isEmpty();
    }

    @Test
    void refusesWhatItDoesNotListAndSaysWhatItDoes() {
        assertThat(catalogue(text(ONE), false).fault("Figgy").orElseThrow().message())
                .contains("It lists: Catalog.");
        assertThat(catalogue(text(ONE), false).fault(" ")).isPresent();
    }

    @Test
    void takesAnyNameIfTheSettingsSaySoButNotTooLong() {
        var catalogue = catalogue(text(ONE), true);

        assertThat(catalogue.fault("Something new")).isEmpty();
        assertThat(catalogue.fault("x".repeat(101))).isPresent();
        assertThat(catalogue.fault("")).isPresent();
    }

    @Test
    void knowsWhereAServicesOwnStakeholdersAreReached() {
        var service = catalogue(
                        text(
                                ONE
                                        + "\n    stakeholders: [{audience: library-staff, address: catalog-users@example.org}]"),
                        false)
                .named("Catalog")
                .orElseThrow();

        assertThat(service.addressOf("library-staff")).contains("catalog-users@example.org");
        assertThat(service.addressOf("campus")).isEmpty();
    }

    @Test
    void isShippedWithAnExample() {
        assertThat(catalogue(new ClassPathResource("catalogue.yml"), false).services())
                .extracting(Service::name)
                .contains("Catalog", "Figgy");
    }

    @Test
    void saysWhereToLook() {
        var service = catalogue(
                        text(
                                ONE
                                        + "\n    look:\n      - label: Dashboard\n        url: https://grafana.example.org/d/1?(a)"),
                        false)
                .services()
                .get(0);

        assertThat(service.look()).containsExactly(new Look("Dashboard", "https://grafana.example.org/d/1?(a)"));
        assertThat(catalogue(text(ONE), false).services().get(0).look()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"label: Dashboard", "url: https://example.org", "{label: Dashboard, url: 'javascript:x'}"})
    void stopsTheStartWhereItDoesNotSayWhereToLook(String look) {
        assertThatThrownBy(() -> catalogue(text(ONE + "\n    look:\n      - " + look), false))
                .hasMessageContaining("Catalog to look somewhere");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "services: []",
                "services:\n  - name: Catalog\n    stakeholders:\n      - audience: campus",
                "services:\n  - description: nameless",
                "services:\n  - nmae: Catalog",
                "- 1"
            })
    void stopsTheStartWhenItCannotBeRead(String wrong) {
        assertThatThrownBy(() -> catalogue(text(wrong), false)).hasMessageContaining("catalogue");
    }

    @Test
    void saysWhichSettingNamesAFileThatIsNotThere() {
        assertThatThrownBy(() -> catalogue(new FileSystemResource("nowhere.yml"), false))
                .hasMessageContaining("ENSEMBLE_CATALOGUE");
    }

    private static Resource text(String yaml) {
        return new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8));
    }

    private static Catalogue catalogue(Resource file, boolean unlisted) {
        return new Catalogue(new IncidentProperties(
                URI.create("http://localhost"), ZoneId.of("UTC"), "MON-FRI 09:00-17:00", file, unlisted));
    }
}
