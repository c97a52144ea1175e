package dev.ensemble.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensemble.incident.Insight.Kind;
import dev.ensemble.incident.Wording.Hint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.DefaultResourceLoader;

/** Words that draw a hint, and those that do not. */
class WordingTest {

    private static final String OURS = "file:bpmn/";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "Human error in the switch, an error of a person",
        "It was HUMAN   ERROR, an error of a person",
        "Somebody should have looked, how did it make sense",
        "Somebody should’ve looked, how did it make sense",
        "The root cause was a fuse, What else had to be so",
        "A careless change, This judges"
    })
    void asksOnWhereTheQuestionEndsTooEarly(String cause, String hint) {
        assertThat(hints(OURS, new Insight(Kind.CAUSE, cause)))
                .singleElement()
                .asString()
                .contains(hint);
        assertThat(hints(OURS, new Insight(Kind.LESSON, cause)))
                .singleElement()
                .asString()
                .contains(hint);
        assertThat(hints(OURS, new Insight(Kind.WENT_WELL, cause))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Maya Osei pulled the plug",
                "Osei pulled the plug",
                "It was maya.",
                "Pulled by D'Arcy (sic)",
                "Pulled by D’Arcy",
                "jd-7+x did it"
            })
    void asksWhatMadeItPossibleWhereACauseNamesSomebody(String cause) {
        assertThat(hints(OURS, new Insight(Kind.CAUSE, cause)))
                .containsExactly("This names a person. What made it possible, whoever had been there?");
        assertThat(hints(OURS, new Insight(Kind.LESSON, cause))).isEmpty();
        assertThat(hints(OURS, new Insight(Kind.LUCK, cause))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Both hosts share a rack",
                "mayapple is a plant",
                "The proximate causes were two",
                "Superhuman errors",
                "It was may",
                "jd-7xx did it"
            })
    void letsOtherWordsBe(String cause) {
        assertThat(hints(OURS, new Insight(Kind.CAUSE, cause))).isEmpty();
    }

    @Test
    void isATeamsOwn() throws IOException {
        Files.writeString(folder.resolve("wording.yml"), "phrases: [{says: [glitch], hint: What was it}]");
        var theirs = "file:" + folder + "/";

        assertThat(hints(theirs, new Insight(Kind.CAUSE, "A glitch; human error by Maya")))
                .containsExactly("What was it");
    }

    @Test
    void isLeftOutWhereThereIsNone() {
        assertThat(hints("file:" + folder + "/", new Insight(Kind.CAUSE, "Human error by Maya")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"phrases: [{hint: Why}]", "phrases: [{says: [a]}]", "sentences: []", "phrases: {"})
    void stopsTheStartWhenItCannotBeRead(String text) throws IOException {
        Files.writeString(folder.resolve("wording.yml"), text);

        assertThatThrownBy(() -> wording("file:" + folder + "/")).hasMessageContaining("wording.yml");
    }

    private static List<String> hints(String place, Insight insight) {
        return wording(place).hints().stream()
                .filter(hint -> hint.isDrawnBy(insight))
                .map(Hint::hint)
                .toList();
    }

    private static Wording wording(String place) {
        return new Wording(new DefaultResourceLoader(), place, new SomePeople());
    }

    private record SomePeople() implements People {

        @Override
        public List<Person> everybody() {
            return List.of(new Person("maya", "Maya Osei"), new Person("jd-7+x", "D'Arcy"), new Person("al", "Al Bo"));
        }

        @Override
        public List<Person> responders() {
            return List.of();
        }

        @Override
        public List<Person> members(String group) {
            return List.of();
        }

        @Override
        public boolean know(String person) {
            return true;
        }

        @Override
        public boolean mayRespond(String person) {
            return true;
        }

        @Override
        public String name(String person) {
            return person;
        }

        @Override
        public Optional<String> mail(String person) {
            return Optional.empty();
        }
    }
}
