package dev.ensemble.operate;

import dev.ensemble.PostgresServer;
import dev.ensemble.Surroundings;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.h2.tools.Server;

/** A database server of the kind that this run is about, which can be stopped and started again with what it holds. */
final class OwnDatabase {

    private final Path folder;
    private final int port;
    private EmbeddedPostgres postgres;
    private Server h2;

    private OwnDatabase(Path folder) throws IOException, SQLException {
        this.folder = folder;
        begin(0);
        this.port = postgres == null ? h2.getPort() : postgres.getPort();
    }

    static OwnDatabase start() {
        try {
            return new OwnDatabase(Files.createTempDirectory("ensemble-database"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    String url() {
        return postgres == null
                ? "jdbc:h2:tcp://localhost:%d/./ensemble".formatted(port)
                : postgres.getJdbcUrl("postgres", "postgres");
    }

    void stop() throws IOException {
        if (postgres == null) {
            h2.stop();
        } else {
            postgres.close();
        }
    }

    void startAgain() throws IOException {
        try {
            begin(port);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    void close() throws IOException {
        stop();
        try (var files = Files.walk(folder)) {
            files.sorted(java.util.Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
        }
    }

    private void begin(int port) throws IOException, SQLException {
        if (Surroundings.isPostgres()) {
            postgres = port == 0
                    ? PostgresServer.start(this::kept)
                    : kept().setPort(port).start();
        } else {
            h2 = Server.createTcpServer("-tcpPort", String.valueOf(port), "-ifNotExists", "-baseDir", folder.toString())
                    .start();
        }
    }

    private EmbeddedPostgres.Builder kept() {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("data"))
                .setCleanDataDirectory(false);
    }
}
