package dev.ensemble.mail;

/** The server will not take this however often we ask: no such address, a wrong password. The message has its words. */
public class MailRefused extends RuntimeException {

    public MailRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
