package dev.ensemble.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.ensemble.operate.Reach;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** An invitation arrives so that mail programs offer to accept it, and others have it as a file. */
class InvitationByMailTest {

    private static final String CALENDAR = """
            BEGIN:VCALENDAR\r
            VERSION:2.0\r
            METHOD:REQUEST\r
            END:VCALENDAR\r
            """;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void standsBesideTheTextAndAsAFile() throws Exception {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());

        new SmtpMail(sender, new InternetAddress("it@example.org"), new Reach("mail", true, Clock.systemUTC()))
                .send(new Letter(
                        "maya@example.org",
                        "Invitation",
                        "Please come, Zoë",
                        UUID.randomUUID().toString(),
                        null,
                        CALENDAR));

        var arrived = (MimeMultipart) server.getReceivedMessages()[0].getContent();
        var readable = (MimeMultipart) arrived.getBodyPart(0).getContent();
        assertThat(readable.getContentType()).startsWith("multipart/alternative");
        assertThat(readable.getBodyPart(0).getContent()).isEqualTo("Please come, Zoë");
        assertThat(readable.getBodyPart(1).getContentType())
                .contains("text/calendar")
                .contains("method=REQUEST");
        assertThat(text(readable.getBodyPart(1))).isEqualTo(CALENDAR);
        assertThat(arrived.getBodyPart(1).getFileName()).isEqualTo("meeting.ics");
    }

    private static String text(BodyPart part) throws Exception {
        return new String(part.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
