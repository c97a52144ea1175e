package dev.ensemble.mail;

import dev.ensemble.operate.Door;
import dev.ensemble.operate.Reach;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Letters over SMTP. A letter that is sent twice carries the same Message-ID, by which many readers show it once. */
class SmtpMail implements Mail, Door {

    /** A line end in a header would begin another header. */
    private static final Pattern UNFIT_FOR_A_HEADER = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\x{2028}\\x{2029}]+");

    private static final Pattern METHOD = Pattern.compile("(?m)^METHOD:([A-Z]+)");

    private final JavaMailSenderImpl server;
    private final InternetAddress from;
    private final String domain;
    private final Reach reach;

    SmtpMail(JavaMailSenderImpl server, InternetAddress from, Reach reach) {
        this.server = server;
        this.from = from;
        this.reach = reach;
        this.domain = from.getAddress().substring(from.getAddress().lastIndexOf('@') + 1);
    }

    @Override
    public void send(Letter letter) {
        var to = address(letter.to());
        try {
            server.send(written(letter, to));
            reach.answered();
        } catch (MailException e) {
            note(e, e instanceof MailAuthenticationException);
            throw Refusal.in(e)
                    .<RuntimeException>map(words -> new MailRefused("The mail server refuses: " + words, e))
                    .orElseGet(() -> new MailUnreachable(
                            "The mail server is away, or did not say whether it took the mail; it is sent again with the same Message-ID. %s"
                                    .formatted(e.getMessage()),
                            e));
        } catch (MessagingException e) {
            throw new MailRefused("This cannot be written as a mail: " + e.getMessage(), e);
        }
    }

    @Override
    public void look() {
        try {
            server.testConnection();
            reach.answered();
        } catch (MessagingException e) {
            note(e, e instanceof AuthenticationFailedException);
        }
    }

    /** A server that will not have one mail, now or ever, is well. */
    private void note(Exception e, boolean atTheDoor) {
        if (atTheDoor && Refusal.in(e).isPresent()) {
            reach.refused(e.getMessage());
        } else if (!atTheDoor && Refusal.isOfOneMail(e)) {
            reach.answered();
        } else {
            reach.away(e.getMessage());
        }
    }

    @Override
    public String sender() {
        return from.getAddress();
    }

    private MimeMessage written(Letter letter, InternetAddress to) throws MessagingException {
        var mail = server.createMimeMessage();
        mail.setFrom(from);
        mail.setRecipient(RecipientType.TO, to);
        mail.setSubject(
                UNFIT_FOR_A_HEADER.matcher(letter.subject()).replaceAll(" ").strip(), StandardCharsets.UTF_8.name());
        if (letter.calendar() == null) {
            mail.setText(letter.text(), StandardCharsets.UTF_8.name());
        } else {
            mail.setContent(withCalendar(letter));
        }
        mail.setHeader("Message-ID", messageId(letter.mark()));
        if (letter.thread() != null) {
            mail.setHeader("In-Reply-To", messageId(letter.thread()));
            mail.setHeader("References", messageId(letter.thread()));
        }
        // No answer of a machine to a machine, please: out-of-office notes stay away.
        mail.setHeader("Auto-Submitted", "auto-generated");
        return mail;
    }

    /** Mail programs offer to accept what stands beside the text; others have it as a file. */
    private static MimeMultipart withCalendar(Letter letter) throws MessagingException {
        var text = new MimeBodyPart();
        text.setText(letter.text(), StandardCharsets.UTF_8.name());
        var invitation = new MimeBodyPart();
        invitation.setContent(
                letter.calendar(),
                "text/calendar; charset=UTF-8; method="
                        + METHOD.matcher(letter.calendar())
                                .results()
                                .findFirst()
                                .orElseThrow()
                                .group(1));
        var readable = new MimeMultipart("alternative", text, invitation);
        var both = new MimeBodyPart();
        both.setContent(readable);
        var file = new MimeBodyPart();
        file.setContent(letter.calendar(), "application/ics; charset=UTF-8");
        file.setFileName("meeting.ics");
        return new MimeMultipart("mixed", both, file);
    }

    private String messageId(String mark) {
        return "<%s@%s>".formatted(mark, domain);
    }

    private static InternetAddress address(String text) {
        try {
            return Address.of(text);
        } catch (AddressException e) {
            throw new MailRefused("\"%s\" cannot be written to: %s".formatted(text, e.getMessage()), e);
        }
    }
}
