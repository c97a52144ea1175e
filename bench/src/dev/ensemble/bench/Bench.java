package dev.ensemble.bench;

import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures the product beside a bare engine, on each database in a Java of its own, one after the other. Everything happens on
 * this machine, in a folder that is gone afterwards, and ends by itself. bench/README.md says what it measures.
 */
public final class Bench {

    private static final Logger LOG = LoggerFactory.getLogger(Bench.class);

    private static final String CLOSED = "bench.closed";
    private static final String ROUNDS = "bench.rounds";
    private static final String DATABASES = "bench.databases";
    private static final long FEW = 1_000;
    private static final Path RESULTS = Path.of("target", "bench.md");

    /** How long one comparison takes at most, however many rounds it has done. */
    private static final Duration AT_MOST = Duration.ofSeconds(60);

    private static final long HOURS_AT_MOST = 2;

    private Bench() {}

    /** @param database the one to measure on; without it, those of the settings, each by itself */
    public static void main(String... database) throws Exception {
        if (database.length == 1) {
            on(database[0]);
            // What a stand-in may still wait for is of no interest.
            Runtime.getRuntime().halt(0);
        }
        Files.deleteIfExists(RESULTS);
        for (var kind : System.getProperty(DATABASES).split(",")) {
            byItself(kind);
        }
    }

    private static void byItself(String kind) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx1g", "-cp", System.getProperty("java.class.path")));
        for (var setting : List.of(CLOSED, ROUNDS)) {
            command.add("-D%s=%s".formatted(setting, System.getProperty(setting)));
        }
        command.addAll(List.of(Bench.class.getName(), kind));
        var running = new ProcessBuilder(command).inheritIO().start();
        if (!running.waitFor(HOURS_AT_MOST, TimeUnit.HOURS)) {
            running.destroyForcibly();
        }
        if (running.waitFor() != 0) {
            throw new IllegalStateException("The bench on %s ended with %d.".formatted(kind, running.exitValue()));
        }
    }

    private static void on(String kind) throws IOException {
        var rounds = Integer.getInteger(ROUNDS);
        var closed = Long.getLong(CLOSED);
        var folder = Files.createTempDirectory("ensemble-bench");
        say("## %s, %s%n".formatted(kind, Instant.now().truncatedTo(ChronoUnit.MINUTES)));
        sayLoad();
        try (var database = Database.of(kind, folder)) {
            besideTheEngine(database, rounds);
            asItGrows(database, closed, rounds);
        } finally {
            FileSystemUtils.deleteRecursively(folder);
        }
        sayLoad();
    }

    private static void besideTheEngine(Database database, int rounds) throws IOException {
        var statements = new Statements();
        var url = database.fresh("product");
        try (var product = Product.on(database, url, statements);
                var lifecycles = new Lifecycles(
                        product, database.pool(url), statements, database.pool(database.fresh("bare")))) {
            say(Compared.Figures.head("ours", "bare"));
            say(Starts.compared(product).measured(rounds, AT_MOST));
            say(lifecycles.compared().measured(rounds, AT_MOST));
            say("\n| a whole incident | ours | bare | ours ÷ bare |\n| --- | --- | --- | --- |");
            say(lifecycles.counts());
        }
    }

    private static void asItGrows(Database database, long closed, int rounds) {
        try (var few = grown(database, "few", FEW);
                var many = grown(database, "many", closed)) {
            say(Compared.Figures.head("%,d".formatted(closed), "%,d".formatted(FEW)));
            AsItGrows.all(many, few).forEach(compared -> say(compared.measured(rounds, AT_MOST)));
        }
    }

    private static Product grown(Database database, String name, long closed) {
        var url = database.fresh(name);
        var product = Product.on(database, url, new Statements());
        ClosedIncidents.put(database.pool(url), closed);
        return product;
    }

    /** To whoever watches, and into a file that has nothing else in it. */
    private static void say(Object line) {
        LOG.info("{}", line);
        try {
            Files.writeString(RESULTS, line + System.lineSeparator(), CREATE, APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sayLoad() {
        var machine = ManagementFactory.getOperatingSystemMXBean();
        say("%d cores, load %.1f, Java %s%n"
                .formatted(machine.getAvailableProcessors(), machine.getSystemLoadAverage(), Runtime.version()));
    }
}
