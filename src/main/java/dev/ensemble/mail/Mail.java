package dev.ensemble.mail;

/**
 * Where letters are handed over. A call may end in {@link MailRefused} (never, a person has to see to it) or
 * {@link MailUnreachable} (later; where the line was cut, the letter may have gone out).
 */
public interface Mail {

    void send(Letter letter);

    /** The address that letters come from. */
    String sender();
}
