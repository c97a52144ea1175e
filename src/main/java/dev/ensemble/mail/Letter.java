package dev.ensemble.mail;

/**
 * A mail to one address.
 *
 * @param to the address, of a person or a list
 * @param mark unique to this letter and the same each time it is sent: it becomes its Message-ID
 * @param thread the mark of the letter that this one belongs to, {@code null} where it is the first
 * @param calendar iCalendar, for the reader's calendar; {@code null} where there is nothing for it
 */
public record Letter(String to, String subject, String text, String mark, String thread, String calendar) {

    /** With nothing for a calendar. */
    public Letter(String to, String subject, String text, String mark, String thread) {
        this(to, subject, text, mark, thread, null);
    }
}
