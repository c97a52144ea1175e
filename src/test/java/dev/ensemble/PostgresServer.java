package dev.ensemble;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/**
 * A real PostgreSQL for a test. It takes a port only when its files are made, seconds after the port was chosen; so we choose
 * from those that the system gives nobody else meanwhile.
 */
public final class PostgresServer {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 30_000;
    private static final int TIMES = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private PostgresServer() {}

    /** @param wanted makes what it is to be, but for the port; once more where it could not start */
    public static EmbeddedPostgres start(Supplier<EmbeddedPostgres.Builder> wanted) throws IOException {
        for (var left = TIMES; ; left--) {
            try {
                return wanted.get()
                        .setPort(freePort())
                        .setPGStartupWait(PATIENCE)
                        .start();
            } catch (IOException e) {
                if (left == 1) {
                    throw e;
                }
            }
        }
    }

    private static int freePort() throws IOException {
        for (var left = TIMES; ; left--) {
            try (var socket = new ServerSocket(ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST))) {
                return socket.getLocalPort();
            } catch (IOException e) {
                if (left == 1) {
                    throw e;
                }
            }
        }
    }
}
