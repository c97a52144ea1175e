package dev.ensemble.mail;

/** The server is away, wants us to come again, or did not say whether it took what we sent. */
public class MailUnreachable extends RuntimeException {

    public MailUnreachable(String message, Throwable cause) {
        super(message, cause);
    }
}
