package dev.ensemble;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

/** The product as an operator starts it, a process of its own. */
public final class Started implements AutoCloseable {

    private final Process process;
    private final int port;

    private Started(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /**
     * Starts it with the example people, and waits until it is ready.
     *
     * @param log what it writes to the console
     */
    public static Started with(Map<String, String> settings, Path log, String... arguments) throws IOException {
        var port = freePort();
        var command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx512m",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Ensemble.class.getName(),
                                "--spring.profiles.active=example",
                                "--server.port=" + port),
                        Stream.of(arguments))
                .toList();
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(settings);
        var started = new Started(builder.start(), port);
        await().atMost(Duration.ofMinutes(5))
                .ignoreException(ConnectException.class)
                .ignoreExceptionsMatching(failure -> failure.getCause() instanceof ConnectException)
                .until(() -> started.browser().get("/actuator/health/readiness").statusCode() == 200);
        return started;
    }

    public Browser browser() {
        return new Browser(port);
    }

    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
