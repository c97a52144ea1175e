package dev.ensemble.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensemble.EnsembleTest;
import dev.ensemble.incident.Incidents.Search;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

/** The examples that come with the product, taken in once. */
@EnsembleTest
class ExamplesTest {

    private static final String FOLDER = "file:examples/";

    @Autowired
    private ExampleFiles files;

    @Autowired
    private Examples examples;

    @Autowired
    private Incidents incidents;

    @Autowired
    private Catalogue catalogue;

    @Autowired
    private FollowUps followUps;

    @Autowired
    private Learned learned;

    @Autowired
    private Recurrences recurrences;

    @Autowired
    private Timeline timeline;

    @Test
    void areOnRecordWithWhatBecameOfThem() {
        load();

        var repeat = pulmap();
        assertThat(repeat).hasSize(2).allMatch(Incident::isClosed).allMatch(incident -> examples.has(incident.id()));
        var second = repeat.get(0);
        var first = repeat.get(1);
        assertThat(first.reportedAt()).isEqualTo(Instant.parse("2020-07-14T13:12:00Z"));
        assertThat(second.reportedAt()).isEqualTo(Instant.parse("2024-02-06T19:41:00Z"));
        assertThat(catalogue.named("pulmap")).map(Service::name).contains(first.service());
        assertThat(learned.causes(first.id())).hasSize(3);
        assertThat(followUps.of(first.id()))
                .extracting(FollowUp::state)
                .containsExactly(FollowUp.State.DID_NOT_HOLD, FollowUp.State.ENDED, FollowUp.State.LET_GO);
        assertThat(followUps.of(first.id()).get(0).didNotHoldIn()).isEqualTo(second.id());
        assertThat(recurrences.of(second.id())).singleElement().satisfies(again -> {
            assertThat(again.earlier().id()).isEqualTo(first.id());
            assertThat(again.state()).isEqualTo(Recurrence.State.CONFIRMED);
        });
        assertThat(followUps.of(second.id())).hasSize(3);
        assertThat(timeline.of(second.id())).extracting("kind").contains(TimelineEntry.Kind.FINDING);
    }

    @Test
    void areTakenInOnceHoweverOftenAndAtOnce() {
        var several = Stream.generate(() -> CompletableFuture.runAsync(this::load))
                .limit(4)
                .toList();
        several.forEach(CompletableFuture::join);
        load();

        assertThat(pulmap()).hasSize(2);
    }

    @Test
    void leaveNothingWhereOneCannotBeRead(@TempDir Path folder) throws IOException {
        Files.copy(Path.of("examples", "pulmap-2020.yml"), folder.resolve("another.yml"));
        Files.writeString(folder.resolve("broken.yml"), "service: Figgy\nsumary: A slip of the pen\n");
        var before = incidents.find(Search.EVERYTHING, null, 1);

        assertThatThrownBy(() -> files.load(folder.toUri().toString()))
                .hasMessageContaining("broken.yml")
                .hasMessageContaining("sumary");

        assertThat(incidents.find(Search.EVERYTHING, null, 1)).isEqualTo(before);
        assertThatThrownBy(() -> files.load(folder.resolve("none") + "/")).hasMessageContaining("ENSEMBLE_EXAMPLES");
    }

    private List<Incident> pulmap() {
        return incidents.find(new Search(null, "PULMap", null, null, null), null, 10);
    }

    private void load() {
        files.load(FOLDER);
    }
}
