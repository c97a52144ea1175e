package dev.ensemble.alerts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What a sender sends, read no further than it may be long, and remembered as it came. */
final class AlertBody extends InputStream {

    private final InputStream sent;
    private final int longest;
    private final ByteArrayOutputStream seen = new ByteArrayOutputStream();

    /** @param longest in bytes */
    AlertBody(InputStream sent, int longest) {
        this.sent = sent;
        this.longest = longest;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** @throws TooLong as soon as there is more than may be */
    @Override
    public int read(byte[] into, int from, int most) throws IOException {
        var read = sent.read(into, from, Math.min(most, longest + 1 - seen.size()));
        if (read > 0) {
            seen.write(into, from, read);
        }
        if (seen.size() > longest) {
            throw new TooLong();
        }
        return read;
    }

    /** All of it. */
    String text() throws IOException {
        transferTo(OutputStream.nullOutputStream());
        return seen.toString(StandardCharsets.UTF_8);
    }
}
