package dev.ensemble.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Past;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Incidents;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The library reads what is new, whatever happens meanwhile. */
@EnsembleTest
class ShelvesTest {

    @Autowired
    ObjectProvider<Past> past;

    @Autowired
    Library library;

    @Autowired
    Shelves shelves;

    @Autowired
    Incidents incidents;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void findsAWordWhoseFirstReadingWasGivenUp() {
        var one = past.getObject().reported(Instant.now(), "Figgy", "A narwhal");
        // The last of its texts is refused, after the database has learned the words of the others.
        jdbc.sql("alter table library_text add constraint only_one check (shelf < 2 or words not like '%narwhal%')")
                .update();

        shelves.catchUp();
        assertThat(unread(one.id())).isTrue();
        jdbc.sql("alter table library_text drop constraint only_one").update();

        assertThat(found("narwhal")).containsExactly(one.id());
        assertThat(found("narw*")).containsExactly(one.id());
        assertThat(unread(one.id())).isFalse();
    }

    @Test
    void leavesAnIncidentThatSomebodyIsChangingForTheNextTime() throws Exception {
        var one = past.getObject().reported(Instant.now(), "Figgy", "A tapir");
        var elsewhere = Executors.newSingleThreadExecutor();
        try {
            transaction.executeWithoutResult(status -> {
                incidents.takeTurn(one.id());
                assertThat(get(elsewhere.submit(() -> found("tapir")))).isEmpty();
            });
        } finally {
            elsewhere.shutdownNow();
        }

        assertThat(found("tapir")).containsExactly(one.id());
    }

    @Test
    void readsWhileManySearchAndMuchIsReported() {
        var barrier = new CyclicBarrier(4);
        var people = Executors.newFixedThreadPool(4);
        try {
            var running = IntStream.range(0, 4)
                    .mapToObj(number -> people.submit(() -> {
                        barrier.await();
                        for (var round = 0; round < 5; round++) {
                            past.getObject()
                                    .reported(Instant.now(), "Figgy", "An okapi again")
                                    .found("okapi number n%dr%d".formatted(number, round));
                            found("okapi");
                        }
                        return List.<IncidentId>of();
                    }))
                    .toList();
            running.forEach(ShelvesTest::get);
        } finally {
            people.shutdownNow();
        }

        assertThat(found("okapi")).hasSize(20);
        assertThat(found("okapi n3r4")).hasSize(1);
    }

    @Test
    void readsALongBacklogByAndBy() {
        for (var number = 0; number < 120; number++) {
            past.getObject().reported(Instant.now(), "Figgy", "A quagga");
        }

        shelves.catchUpByAndBy();

        assertThat(jdbc.sql("select count(*) from timeline_entry where unread")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private boolean unread(IncidentId id) {
        return jdbc.sql("select count(*) from timeline_entry where incident = :incident and unread")
                        .param("incident", id.number())
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private List<IncidentId> found(String words) {
        return library.find(new Search(words, null, null, null, null, null, null), 50).hits().stream()
                .map(hit -> hit.incident().id())
                .toList();
    }

    private static <T> T get(Future<T> future) {
        try {
            return future.get();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
