package dev.ensemble.events;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Another system: it keeps what it is sent, and answers as it was told. */
public final class ReceiverStub implements AutoCloseable {

    private final HttpServer server;
    private final List<Received> received = new ArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();

    private ReceiverStub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.start();
    }

    public static ReceiverStub start() {
        return new ReceiverStub();
    }

    public String url() {
        return "http://localhost:%d/events".formatted(port());
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** To the next ones; afterwards it takes everything. */
    public synchronized ReceiverStub answers(int... statuses) {
        for (var status : statuses) {
            answers.add(new Answer(status, null, null));
        }
        return this;
    }

    synchronized ReceiverStub answers(int status, String header, String value) {
        answers.add(new Answer(status, header, value));
        return this;
    }

    public synchronized List<Received> received() {
        return List.copyOf(received);
    }

    private synchronized void take(HttpExchange exchange) throws IOException {
        var headers = new TreeMap<String, List<String>>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
        received.add(
                new Received(headers, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        var answer = answers.isEmpty() ? new Answer(204, null, null) : answers.remove();
        if (answer.header() != null) {
            exchange.getResponseHeaders().set(answer.header(), answer.value());
        }
        exchange.sendResponseHeaders(answer.status(), -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** @param headers by their names in small letters */
    public record Received(Map<String, List<String>> headers, String body) {

        String header(String name) {
            return headers.get(name).get(0);
        }
    }

    private record Answer(int status, String header, String value) {}
}
