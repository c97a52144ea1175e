package dev.ensemble.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.ensemble.PostgresServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Where empty databases of one kind come from: H2 in files as it is shipped, or a PostgreSQL of our own. */
interface Database extends AutoCloseable {

    /** As many connections as the product has. */
    int CONNECTIONS = 20;

    /** The JDBC address of an empty database. */
    String fresh(String name);

    String user();

    @Override
    void close();

    /** The same with a pool before it. */
    default DataSource pool(String url) {
        var settings = new HikariConfig();
        settings.setJdbcUrl(url);
        settings.setUsername(user());
        settings.setPassword("");
        settings.setMaximumPoolSize(CONNECTIONS);
        return new HikariDataSource(settings);
    }

    /** @param kind {@code h2} or {@code postgres} */
    static Database of(String kind, Path folder) throws IOException {
        return switch (kind) {
            case "h2" -> new H2(folder);
            case "postgres" -> new Postgres(folder);
            default -> throw new IllegalArgumentException("bench.databases: say h2 or postgres, not " + kind);
        };
    }

    /** In files under a folder. */
    record H2(Path folder) implements Database {

        @Override
        public String fresh(String name) {
            return "jdbc:h2:file:%s;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE".formatted(folder.resolve(name));
        }

        @Override
        public String user() {
            return "ensemble";
        }

        @Override
        public void close() {
            // its files go with the folder
        }
    }

    /** A server that commits as one does that is run for real. */
    final class Postgres implements Database {

        private final EmbeddedPostgres server;

        Postgres(Path folder) throws IOException {
            var data = Files.createDirectories(folder.resolve("postgres"));
            server = PostgresServer.start(() ->
                    EmbeddedPostgres.builder().setDataDirectory(data).setServerConfig("synchronous_commit", "on"));
        }

        @Override
        public String fresh(String name) {
            try (var connection = server.getPostgresDatabase().getConnection();
                    var statement = connection.createStatement()) {
                statement.execute("create database " + name);
                return server.getJdbcUrl(user(), name);
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public String user() {
            return "postgres";
        }

        @Override
        public void close() {
            try {
                server.close();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
