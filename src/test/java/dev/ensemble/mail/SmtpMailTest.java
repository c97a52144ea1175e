package dev.ensemble.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensemble.mail.MailStub.Fault;
import dev.ensemble.operate.Reach;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Letters, and a server that takes them, refuses them, or goes away. */
class SmtpMailTest {

    private static final String LIST = "library-staff@lists.example.org";

    private static final Reach REACH = new Reach("mail", true, Clock.systemUTC());
    private static final MeterRegistry METERS = new SimpleMeterRegistry();

    private static MailStub server;

    @BeforeAll
    static void start() {
        server = MailStub.start();
        REACH.bindTo(METERS);
    }

    @AfterEach
    void heal() {
        server.heal();
    }

    @AfterAll
    static void stop() throws Exception {
        server.close();
    }

    @Test
    void areSentInFullWithAMarkAndAsAMachines() throws Exception {
        var to = anAddress();

        mail().send(new Letter(to, "INC-1 Süße is down", "Figgy — down.\n\nSeit 14:02", "mark-1", null));

        assertThat(server.to(to)).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("INC-1 Süße is down");
            assertThat(mail.getContent().toString().replace("\r\n", "\n").strip())
                    .isEqualTo("Figgy — down.\n\nSeit 14:02");
            assertThat(mail.getFrom()[0]).hasToString("Library IT <it@example.org>");
            assertThat(mail.getMessageID()).isEqualTo("<mark-1@example.org>");
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(mail.getHeader("References")).isNull();
        });
    }

    @Test
    void belongToOneThread() throws Exception {
        var to = anAddress();

        mail().send(new Letter(to, "Next", "Next", "mark-2", "mark-1"));

        assertThat(server.to(to)).singleElement().satisfies(mail -> {
            assertThat(mail.getHeader("References")).containsExactly("<mark-1@example.org>");
            assertThat(mail.getHeader("In-Reply-To")).containsExactly("<mark-1@example.org>");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Down\r\nBcc: everybody@example.org",
                "Down\nBcc: everybody@example.org",
                "Down\rBcc: everybody@example.org",
                "Down\r\n\r\nA text of my own"
            })
    void letNoSubjectBecomeAnotherHeader(String subject) throws Exception {
        var to = anAddress();

        mail().send(new Letter(to, subject, "As it should be", "mark-3", null));

        assertThat(server.to("everybody@example.org")).isEmpty();
        assertThat(server.to(to)).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).startsWith("Down ").doesNotContain("\n");
            assertThat(mail.getHeader("Bcc")).isNull();
            assertThat(mail.getContent().toString().strip()).isEqualTo("As it should be");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "a@example.org, b@example.org",
                "a@example.org\r\nBcc: everybody@example.org",
                "list: a@example.org;"
            })
    void goToOneAddress(String wrong) {
        assertThatThrownBy(() -> mail().send(new Letter(wrong, "Down", "Down", "mark-4", null)))
                .isInstanceOf(MailRefused.class);
        assertThat(server.to("everybody@example.org")).isEmpty();
    }

    @Test
    void areRefusedForGoodWithTheServersWords() {
        server.fail(Fault.recipient("550 5.1.1 No such list here"));
        assertThatThrownBy(() -> send(LIST)).isInstanceOf(MailRefused.class).hasMessageContaining("No such list here");

        server.fail(Fault.sender("553 5.7.1 Not your address"));
        assertThatThrownBy(() -> send(LIST)).isInstanceOf(MailRefused.class).hasMessageContaining("Not your address");

        server.fail(Fault.login("535 5.7.8 Wrong password"));
        assertThatThrownBy(() -> mailWithPassword().send(letter(LIST)))
                .isInstanceOf(MailRefused.class)
                .hasMessageContaining("Wrong password");
    }

    @Test
    void canBeSentLaterWhereTheServerAsksForThat() {
        server.fail(Fault.recipient("451 4.7.1 Greylisted, come again"));
        assertThatThrownBy(() -> send(LIST)).isInstanceOf(MailUnreachable.class).hasMessageContaining("Greylisted");

        server.fail(Fault.login("454 4.7.0 Not now"));
        assertThatThrownBy(() -> mailWithPassword().send(letter(LIST))).isInstanceOf(MailUnreachable.class);

        server.fail(Fault.AWAY);
        assertThatThrownBy(() -> send(LIST)).isInstanceOf(MailUnreachable.class);
    }

    @Test
    void mayHaveArrivedWhenTheLineIsCutAndAreTheSameTheNextTime() throws MessagingException {
        var to = anAddress();
        server.fail(Fault.TAKEN_THEN_CUT);

        assertThatThrownBy(() -> send(to))
                .isInstanceOf(MailUnreachable.class)
                .hasMessageContaining("did not say whether it took the mail");
        send(to);

        var twice = server.to(to);
        assertThat(twice).hasSize(2);
        assertThat(twice.get(0).getMessageID()).isEqualTo(twice.get(1).getMessageID());
    }

    @Test
    void showWhetherTheServerLetsUsIn() {
        mail().look();
        assertReach(1, 1);

        server.fail(Fault.login("535 5.7.8 No"));
        mailWithPassword().look();
        assertReach(1, 0);

        server.fail(Fault.AWAY);
        mail().look();
        assertReach(0, 0);

        server.fail(Fault.recipient("451 4.7.1 Greylisted, come again"));
        assertThatThrownBy(() -> send(LIST)).isInstanceOf(MailUnreachable.class);
        assertReach(1, 1);
    }

    private static void assertReach(int reachable, int authorized) {
        assertThat(METERS.get("ensemble.door.reachable").gauge().value()).isEqualTo(reachable);
        assertThat(METERS.get("ensemble.door.authorized").gauge().value()).isEqualTo(authorized);
    }

    private static void send(String to) {
        mail().send(letter(to));
    }

    private static Letter letter(String to) {
        return new Letter(to, "INC-1 Figgy is down", "Figgy is down", "mark-5", null);
    }

    private static String anAddress() {
        return UUID.randomUUID() + "@example.org";
    }

    private static SmtpMail mail() {
        return new SmtpMail(sender(), new MailProperties("Library IT <it@example.org>").sender(), REACH);
    }

    private static SmtpMail mailWithPassword() {
        var sender = sender();
        sender.setUsername("it");
        sender.setPassword("secret");
        sender.getJavaMailProperties().put("mail.smtp.auth", "true");
        return new SmtpMail(sender, new MailProperties("it@example.org").sender(), REACH);
    }

    private static JavaMailSenderImpl sender() {
        var sender = new JavaMailSenderImpl();
        sender.setHost("localhost");
        sender.setPort(server.port());
        sender.getJavaMailProperties().put("mail.smtp.connectiontimeout", "2000");
        sender.getJavaMailProperties().put("mail.smtp.timeout", "5000");
        return sender;
    }
}
