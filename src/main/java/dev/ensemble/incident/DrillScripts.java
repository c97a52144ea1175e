package dev.ensemble.incident;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The scripts under {@code bpmn/drills}, read once at start so that a slip of the pen shows then. */
@Component
public class DrillScripts {

    private static final String ENDING = ".yml";

    private final List<DrillScript> scripts;

    DrillScripts(ResourcePatternResolver files, @Value("${ensemble.process-folder}") String folder) {
        try {
            scripts = Arrays.stream(files.getResources(folder + "drills/*" + ENDING))
                    .map(DrillScripts::read)
                    .sorted(Comparator.comparing(DrillScript::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The drills in %sdrills cannot be read.".formatted(folder), e);
        }
    }

    /** By name. */
    public List<DrillScript> all() {
        return scripts;
    }

    Optional<DrillScript> named(String name) {
        return scripts.stream().filter(script -> script.name().equals(name)).findFirst();
    }

    /** What is wrong with the script that a report names, if anything is. */
    Optional<Refused.Fault> fault(String name, boolean drill) {
        if (name.isEmpty() || drill && named(name).isPresent()) {
            return Optional.empty();
        }
        return Optional.of(new Refused.Fault(
                "script",
                drill
                        ? scripts.stream()
                                .map(DrillScript::name)
                                .collect(Collectors.joining(
                                        ", ", "There is no such script. Say one of ", ", or leave it out."))
                        : "Only a drill has a script. Leave it out for a real incident."));
    }

    private static DrillScript read(Resource file) {
        var yaml = JsonMapper.builder(new YAMLFactory())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (var in = file.getInputStream()) {
            var name = file.getFilename().substring(0, file.getFilename().length() - ENDING.length());
            var written = yaml.readValue(in, Written.class);
            return new DrillScript(
                    name,
                    written.title() == null ? name : written.title(),
                    written.injects().stream()
                            .map(Line::inject)
                            .sorted(Comparator.comparing(DrillScript.Inject::after))
                            .toList());
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("The drill %s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private record Written(String title, List<Line> injects) {

        private Written {
            if (injects == null || injects.isEmpty()) {
                throw new IllegalArgumentException("it lists nothing under `injects:`.");
            }
        }
    }

    private record Line(String after, String text) {

        private DrillScript.Inject inject() {
            var words = Entered.text(text);
            if (words.isEmpty() || words.length() > DrillScript.LONGEST_TEXT) {
                throw new IllegalArgumentException("the text of an inject has 1 to %d characters; this is \"%s\"."
                        .formatted(DrillScript.LONGEST_TEXT, text));
            }
            return new DrillScript.Inject(time(), words);
        }

        private Duration time() {
            try {
                var time = Duration.parse(after == null ? "" : after);
                if (!time.isNegative()) {
                    return time;
                }
            } catch (DateTimeException e) {
                // told below
            }
            throw new IllegalArgumentException("`after` is \"%s\"; say it like PT5M.".formatted(after));
        }
    }
}
