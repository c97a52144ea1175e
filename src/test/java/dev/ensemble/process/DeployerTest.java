package dev.ensemble.process;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A process folder that lacks something stops the start, and not an incident at three in the morning. */
class DeployerTest {

    @TempDir
    Path folder;

    @Test
    void stopsWhereThereIsNoProcess() {
        assertThatThrownBy(this::contents)
                .hasMessageContaining("There is no incident.bpmn in file:" + folder)
                .hasMessageContaining("ENSEMBLE_PROCESS_FOLDER");
    }

    @Test
    void stopsWhereATableIsMissing() throws IOException {
        for (var file : new String[] {"incident.bpmn", "response-plan.dmn"}) {
            Files.copy(Path.of("bpmn", file), folder.resolve(file));
        }

        assertThatThrownBy(this::contents)
                .hasMessageContaining("has no table ")
                .hasMessageContaining("audiences, reachedBy, updatesOwed.")
                .hasMessageNotContaining("roleTimes");
    }

    private void contents() {
        new Deployer(new PathMatchingResourcePatternResolver(), null, null, "file:" + folder + "/").contents();
    }
}
