package dev.ensemble.incident;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.ensemble.incident.Insight.Kind;
import dev.ensemble.incident.People.Person;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * What is gently checked in what a meeting writes down: the phrases of {@code bpmn/wording.yml}, read once at start, and the
 * names of people in a cause. Nothing is refused for its words.
 */
@Component
public class Wording {

    private static final int SHORTEST_NAME = 3;

    private final List<Hint> phrases;
    private final Optional<String> names;
    private final People people;

    Wording(ResourceLoader files, @Value("${ensemble.process-folder}") String folder, People people) {
        var written = read(files, folder + "wording.yml");
        this.phrases = written.phrases().stream().map(Phrase::draws).toList();
        this.names = Optional.ofNullable(written.names());
        this.people = people;
    }

    /** What draws a hint now; people come and go. */
    public List<Hint> hints() {
        var hints = new ArrayList<>(phrases);
        names.ifPresent(hint -> name().ifPresent(pattern -> hints.add(new Hint(pattern, false, true, hint))));
        return hints;
    }

    private Optional<String> name() {
        var known = people.everybody().stream()
                .flatMap(Wording::names)
                .distinct()
                .sorted()
                .toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(anyOf(known));
    }

    /** Somebody's user id, and their name as a whole and in its parts. */
    private static Stream<String> names(Person person) {
        return Stream.concat(
                        Stream.of(person.id(), person.name()),
                        Stream.of(person.name().split("\\s+")))
                .filter(name -> name.length() >= SHORTEST_NAME);
    }

    /** Any of some words as a whole; spelled so that Java and a browser read the same. */
    private static String anyOf(List<String> words) {
        return words.stream()
                .map(word -> word.replaceAll("[\\^$\\\\.*+?()\\[\\]{}|/]", "\\\\$0")
                        .replaceAll("\\s+", "\\\\s+")
                        .replaceAll("['’]", "['’]"))
                .collect(Collectors.joining("|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])"));
    }

    private static Written read(ResourceLoader files, String place) {
        var file = files.getResource(place);
        if (!file.exists()) {
            return new Written(List.of(), null);
        }
        var yaml = JsonMapper.builder(new YAMLFactory())
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (var in = file.getInputStream()) {
            return yaml.readValue(in, Written.class);
        } catch (IOException | RuntimeException e) {
            throw new IllegalStateException("The wording %s cannot be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    /**
     * @param pattern a regular expression, for Java and for browsers
     * @param inCauses whether it is meant for causes only, else for lessons, too
     */
    public record Hint(String pattern, boolean ignoreCase, boolean inCauses, String hint) {

        /** Whether the words of an insight draw this hint. */
        public boolean isDrawnBy(Insight insight) {
            return (insight.kind() == Kind.CAUSE || insight.kind() == Kind.LESSON && !inCauses)
                    && Pattern.compile(pattern, ignoreCase ? Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE : 0)
                            .matcher(insight.text())
                            .find();
        }
    }

    private record Written(List<Phrase> phrases, String names) {

        private Written {
            phrases = phrases == null ? List.of() : phrases;
        }
    }

    private record Phrase(List<String> says, String hint) {

        private Phrase {
            if (says == null || says.isEmpty() || hint == null || hint.isBlank()) {
                throw new IllegalArgumentException("each phrase has a list `says:` and a text `hint:`.");
            }
        }

        private Hint draws() {
            return new Hint(anyOf(says), true, false, hint);
        }
    }
}
