package dev.ensemble.process;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ensemble.incident.Catalogue;
import dev.ensemble.incident.DrillScripts;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Puts the diagrams, tables and forms into the engine at start, all as one deployment: a changed file makes a new version
 * of everything, and what runs stays on its own.
 */
@Component
class Deployer {

    private static final String START_FORM = "forms/reportIncident.form";
    private static final String OURS = "classpath:bpmn/";
    private static final String TABLES = "*.dmn";
    private static final String[] KINDS = {"*.bpmn", TABLES, "forms/*.form", "forms/*.html"};

    private final ResourcePatternResolver files;
    private final Catalogue catalogue;
    private final DrillScripts scripts;
    private final String folder;

    Deployer(
            ResourcePatternResolver files,
            Catalogue catalogue,
            DrillScripts scripts,
            @Value("${ensemble.process-folder}") String folder) {
        this.files = files;
        this.catalogue = catalogue;
        this.scripts = scripts;
        this.folder = folder;
    }

    void deploy(RepositoryService repository) {
        var deployment = repository
                .createDeployment()
                .name("ensemble")
                .source("ensemble")
                .enableDuplicateFiltering(false);
        contents().forEach((name, bytes) -> deployment.addInputStream("bpmn/" + name, new ByteArrayInputStream(bytes)));
        deployment.deploy();
    }

    /** What is deployed, by its path inside the process folder. */
    Map<String, byte[]> contents() {
        var contents = new TreeMap<String, byte[]>();
        try {
            for (var kind : KINDS) {
                for (var file : files.getResources(folder + kind)) {
                    var path = kind.contains("/") ? "forms/" + file.getFilename() : file.getFilename();
                    contents.put(path, file.getContentAsByteArray());
                }
            }
            if (!contents.containsKey("incident.bpmn")) {
                throw new IllegalStateException(
                        "There is no incident.bpmn in %s (ENSEMBLE_PROCESS_FOLDER names the folder)."
                                .formatted(folder));
            }
            checkTables(contents);
            contents.computeIfPresent(START_FORM, (path, form) -> offeringScripts(offeringServices(form)));
        } catch (IOException e) {
            throw new UncheckedIOException("The process folder %s cannot be read.".formatted(folder), e);
        }
        return contents;
    }

    /** Every table of the product's own process is asked for, in whichever file it stands. */
    private void checkTables(Map<String, byte[]> contents) throws IOException {
        var missing = new TreeSet<String>();
        for (var file : files.getResources(OURS + TABLES)) {
            missing.addAll(tables(file.getContentAsByteArray()));
        }
        contents.forEach((name, bytes) -> {
            if (name.endsWith(".dmn")) {
                missing.removeAll(tables(bytes));
            }
        });
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "The process folder %s has no table %s. Take over what it lacks from the plans that come with Ensemble."
                            .formatted(folder, String.join(", ", missing)));
        }
    }

    private static List<String> tables(byte[] dmn) {
        return Dmn.readModelFromStream(new ByteArrayInputStream(dmn)).getModelElementsByType(Decision.class).stream()
                .map(Decision::getId)
                .toList();
    }

    /** A start form has no variables to take options from, so the catalogue's are written into it. */
    private byte[] offeringServices(byte[] form) {
        if (catalogue.allowsUnlisted()) {
            return withServiceAsText(form);
        }
        return withServices(form);
    }

    private byte[] withServices(byte[] form) {
        return changed(form, "service", service -> {
            var options = service.putArray("values");
            catalogue.services().forEach(listed -> option(options, listed.name(), listed.name()));
        });
    }

    private byte[] offeringScripts(byte[] form) {
        return changed(form, "script", script -> {
            var options = script.putArray("values");
            scripts.all().forEach(listed -> option(options, listed.title(), listed.name()));
        });
    }

    private static void option(ArrayNode options, String label, String value) {
        options.addObject().put("label", label).put("value", value);
    }

    private byte[] withServiceAsText(byte[] form) {
        return changed(form, "service", service -> {
            service.put("type", "textfield");
            service.remove("values");
            service.remove("searchable");
        });
    }

    private static byte[] changed(byte[] form, String field, Consumer<ObjectNode> change) {
        var json = JsonMapper.builder().build();
        try {
            var tree = json.readTree(form);
            for (var component : tree.path("components")) {
                if (component.path("key").asText().equals(field)) {
                    change.accept((ObjectNode) component);
                }
            }
            return json.writerWithDefaultPrettyPrinter().writeValueAsBytes(tree);
        } catch (IOException e) {
            throw new UncheckedIOException(START_FORM + " is no Json.", e);
        }
    }
}
