package dev.ensemble.incident;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Takes the examples of a folder to the record, when a start is told to; those that are there stay as they are. */
@Component
class ExampleFiles implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ExampleFiles.class);
    private static final String ENDING = ".yml";

    private final ResourcePatternResolver files;
    private final Examples examples;
    private final String folder;

    ExampleFiles(ResourcePatternResolver files, Examples examples, @Value("${ensemble.examples}") String folder) {
        this.files = files;
        this.examples = examples;
        this.folder = folder;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!folder.isBlank()) {
            load(folder.endsWith("/") ? folder : folder + "/");
        }
    }

    /** All can be read, or none is taken; the oldest gets the lowest number. */
    void load(String folder) {
        take(found(folder).stream()
                .map(ExampleFiles::read)
                .sorted(Comparator.comparing(example -> example.told().reportedAt()))
                .toList());
    }

    private List<Resource> found(String folder) {
        try {
            return List.of(files.getResources(folder + "*" + ENDING));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The examples in %s cannot be read (ENSEMBLE_EXAMPLES names the folder).".formatted(folder), e);
        }
    }

    private void take(List<Example> found) {
        for (var example : found) {
            try {
                if (examples.has(example.name())) {
                    LOG.info("The example {} is there already.", example.name());
                } else {
                    LOG.info(
                            "The example {} is {} now.", example.name(), examples.take(example.name(), example.told()));
                }
            } catch (DuplicateKeyException e) {
                LOG.info("Another node has just taken in the example {}.", example.name());
            }
        }
    }

    private static Example read(Resource file) {
        var yaml = JsonMapper.builder(new YAMLFactory())
                .addModule(new JavaTimeModule())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (var in = file.getInputStream()) {
            var name = file.getFilename();
            return new Example(
                    name.substring(0, name.length() - ENDING.length()), yaml.readValue(in, ExampleIncident.class));
        } catch (IOException e) {
            throw new IllegalStateException("The example %s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    /** @param name that of its file */
    private record Example(String name, ExampleIncident told) {}
}
