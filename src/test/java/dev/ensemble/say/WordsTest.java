package dev.ensemble.say;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The words are a team's own: files in a folder. */
class WordsTest {

    @TempDir
    Path folder;

    @BeforeEach
    void copyOurs() throws IOException {
        var messages = Files.createDirectory(folder.resolve("messages"));
        try (var ours = Files.list(Path.of("bpmn", "messages"))) {
            for (var file : ours.filter(Files::isRegularFile).toList()) {
                Files.copy(file, messages.resolve(file.getFileName()));
            }
        }
    }

    @Test
    void areReadFromTheProcessFolder() throws IOException {
        write("still-looking", "Who can be our {{role}}? <!subteam^S123>");

        assertThat(words().slack("still-looking", Map.of("role", "interpreter")))
                .isEqualTo("Who can be our interpreter? <!subteam^S123>");
    }

    @Test
    void areTheProductsWhereAFolderLacksThem() throws IOException {
        Files.delete(folder.resolve("messages").resolve("still-looking.mustache"));

        assertThat(words().slack("still-looking", Map.of("role", "interpreter")))
                .contains("interpreter");
    }

    @Test
    void letNobodyElsePing() {
        assertThat(words().slack("trying", Map.of("idea", "<!channel> *now*", "person", "Eli")))
                .contains("&lt;!channel&gt;")
                .doesNotContain("<!channel>", "*now*");
    }

    @Test
    void letNobodyElseFormatAForm() throws IOException {
        write("triage-open-incidents", "{{#incidents}}\n- *{{summary}}*\n{{/incidents}}");

        assertThat(words().markdown(
                                "triage-open-incidents",
                                Map.of(
                                        "incidents",
                                        List.of(Map.of("summary", "<b>[x](https://evil.example)\n# *now*")))))
                .isEqualTo("- *\\<b\\>\\[x\\]\\(https://evil.example\\) \\# \\*now\\**");
    }

    @Test
    void tellHowThingsStand() {
        var found = Map.of("at", "Tue 09:00", "label", "Finding", "from", "INC-2", "person", "Eli", "text", "*Dark*");
        var announced = Map.of("at", "Tue 09:05", "label", "Announced", "from", "", "person", "", "text", "");

        assertThat(words().markdown(
                                "situation",
                                Map.of(
                                        "drill",
                                        false,
                                        "service",
                                        "Figgy",
                                        "condition",
                                        "down",
                                        "summary",
                                        "No pages",
                                        "reporter",
                                        "Rosa",
                                        "entries",
                                        List.of(found, announced))))
                .isEqualTo("""
                        **Figgy is down.** No pages (reported by Rosa)

                        - Tue 09:00 Finding (from INC-2), Eli: \\*Dark\\*
                        - Tue 09:05 Announced""");
    }

    @Test
    void leaveOutWhatIsEmpty() {
        var closed = words().slack(
                        "closed",
                        Map.of(
                                "number",
                                "INC-1",
                                "causes",
                                List.of("One"),
                                "lessons",
                                List.of(),
                                "followUps",
                                List.of()));

        assertThat(closed).contains("• One").doesNotContain("What we learned", "follow-ups*");
    }

    @Test
    void stopTheStartWhenTheyCannotBeRead() throws IOException {
        write("trying", "{{#idea}} never closed");

        assertThatThrownBy(this::words).hasMessageContaining("trying.mustache");
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve("messages").resolve(name + ".mustache"), text);
    }

    private Words words() {
        return new Words(new PathMatchingResourcePatternResolver(), "file:" + folder + "/");
    }
}
