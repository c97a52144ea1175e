package dev.ensemble.mail;

import com.icegreen.greenmail.Managers;
import com.icegreen.greenmail.server.AbstractServer;
import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A real mail server on a free port, behind a line that can be told to be bad: to answer otherwise, or to be cut. */
public final class MailStub implements AutoCloseable {

    /** The end of a mail, as the protocol has it. */
    private static final String END = ".";

    private final GreenMail server = new Prompt(setup());
    private final ServerSocket line;
    private final ExecutorService calls = Executors.newCachedThreadPool();
    private final Deque<Fault> faults = new ArrayDeque<>();

    private MailStub(ServerSocket line) {
        this.line = line;
    }

    public static MailStub start() {
        try {
            var stub = new MailStub(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            stub.server.start();
            stub.calls.submit(stub::listen);
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return line.getLocalPort();
    }

    private static ServerSetup setup() {
        var setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        setup.setServerStartupTimeout(60_000);
        return setup;
    }

    /** The next call ends so. */
    public synchronized void fail(Fault fault) {
        faults.add(fault);
    }

    public synchronized void heal() {
        faults.clear();
    }

    /** What the server has for an address, oldest first. */
    public List<MimeMessage> to(String address) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(mail -> recipients(mail).contains(address))
                .toList();
    }

    private void listen() {
        try {
            while (true) {
                var caller = line.accept();
                calls.submit(() -> call(caller));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void call(Socket caller) {
        try (caller;
                var called = new Socket("127.0.0.1", server.getSmtp().getPort())) {
            caller.setTcpNoDelay(true);
            called.setTcpNoDelay(true);
            if (takes("")) {
                return;
            }
            relay(caller, called);
        } catch (IOException e) {
            // one of the two has hung up
        }
    }

    private void relay(Socket caller, Socket called) throws IOException {
        var asked = reader(caller);
        var answered = reader(called);
        write(caller, answer(answered));
        for (var command = asked.readLine(); command != null; command = asked.readLine()) {
            var fault = next(command);
            if (fault != null && fault.answer() != null) {
                write(caller, fault.answer() + "\r\n");
                continue;
            }
            write(called, command + "\r\n");
            var answer = answer(answered);
            if (fault != null) {
                return;
            }
            write(caller, answer);
            if (answer.startsWith("354")) {
                if (!mail(asked, answered, caller, called)) {
                    return;
                }
            }
        }
    }

    /** @return whether the line still stands */
    private boolean mail(BufferedReader asked, BufferedReader answered, Socket caller, Socket called)
            throws IOException {
        for (var text = asked.readLine(); text != null; text = asked.readLine()) {
            write(called, text + "\r\n");
            if (text.equals(END)) {
                var answer = answer(answered);
                if (takes(END)) {
                    return false;
                }
                write(caller, answer);
                return true;
            }
        }
        return false;
    }

    private boolean takes(String command) {
        var fault = next(command);
        return fault != null && fault.answer() == null;
    }

    private synchronized Fault next(String command) {
        var first = faults.peek();
        var isMeant = first != null
                && (first.command().length() < 2
                        ? first.command().equals(command)
                        : command.startsWith(first.command()));
        return isMeant ? faults.remove() : null;
    }

    private static String answer(BufferedReader answered) throws IOException {
        var answer = new StringBuilder();
        for (var text = answered.readLine(); text != null; text = answered.readLine()) {
            answer.append(text).append("\r\n");
            if (text.length() < 4 || text.charAt(3) != '-') {
                break;
            }
        }
        return answer.toString();
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    private static List<String> recipients(MimeMessage mail) {
        try {
            return Arrays.stream(mail.getAllRecipients()).map(Object::toString).toList();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        line.close();
        calls.shutdownNow();
        server.stop();
    }

    /** It writes an answer in two pieces; without this, the second waits until the other side has confirmed the first. */
    private static final class Prompt extends GreenMail {

        private Prompt(ServerSetup setup) {
            super(setup);
        }

        @Override
        protected Map<String, AbstractServer> createServices(ServerSetup[] setups, Managers managers) {
            return Map.of(ServerSetup.PROTOCOL_SMTP, new SmtpServer(setups[0], managers) {
                @Override
                protected void handleClientSocket(Socket caller) throws SocketException {
                    caller.setTcpNoDelay(true);
                    super.handleClientSocket(caller);
                }
            });
        }
    }

    /**
     * What goes wrong.
     *
     * @param command at which it does; empty for the call itself
     * @param answer what is answered instead, {@code null} for a line that is cut once the server has the command
     */
    public record Fault(String command, String answer) {

        /** Nobody takes the call. */
        public static final Fault AWAY = new Fault("", null);

        /** The server has the mail, and nobody hears so. */
        public static final Fault TAKEN_THEN_CUT = new Fault(END, null);

        public static Fault recipient(String answer) {
            return new Fault("RCPT", answer);
        }

        public static Fault sender(String answer) {
            return new Fault("MAIL", answer);
        }

        public static Fault login(String answer) {
            return new Fault("AUTH", answer);
        }
    }
}
