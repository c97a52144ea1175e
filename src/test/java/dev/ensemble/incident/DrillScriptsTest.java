package dev.ensemble.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What happens in drills is in files. */
class DrillScriptsTest {

    @TempDir
    Path folder;

    @Test
    void areReadInTheOrderOfTime() throws IOException {
        write("flood", """
                title: Water in the server room
                injects:
                  - {after: PT10M, text: The power goes}
                  - {after: PT0S, text: A sensor beeps}""");

        var script = scripts().named("flood").orElseThrow();

        assertThat(script.title()).isEqualTo("Water in the server room");
        assertThat(script.injects())
                .containsExactly(
                        new DrillScript.Inject(Duration.ZERO, "A sensor beeps"),
                        new DrillScript.Inject(Duration.ofMinutes(10), "The power goes"));
    }

    @Test
    void areShippedWithAnExample() {
        var ours = new DrillScripts(new PathMatchingResourcePatternResolver(), "file:bpmn/");

        assertThat(ours.all())
                .isNotEmpty()
                .allSatisfy(script -> assertThat(script.injects()).isNotEmpty());
    }

    @Test
    void areNotNeeded() {
        assertThat(scripts().all()).isEmpty();
        assertThat(scripts().fault("", true)).isEmpty();
        assertThat(scripts().fault("flood", true)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title: Nothing happens",
                "injects: []",
                "injects:\n  - {after: soon, text: Something}",
                "injects:\n  - {after: -PT5M, text: Something}",
                "injects:\n  - {text: Something}",
                "injects:\n  - {after: PT5M, text: ' '}",
                "injects:\n  - {after: PT5M, txet: Something}",
                "- 1",
                ""
            })
    void stopTheStartWhenTheyCannotBeRead(String wrong) throws IOException {
        write("flood", wrong);

        assertThatThrownBy(this::scripts).hasMessageContaining("flood.yml");
    }

    private void write(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve("drills"));
        Files.writeString(folder.resolve("drills").resolve(name + ".yml"), text);
    }

    private DrillScripts scripts() {
        return new DrillScripts(new PathMatchingResourcePatternResolver(), "file:" + folder + "/");
    }
}
