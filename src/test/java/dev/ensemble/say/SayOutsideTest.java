package dev.ensemble.say;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Surroundings;
import dev.ensemble.Walk;
import dev.ensemble.incident.Message;
import dev.ensemble.incident.Message.State;
import dev.ensemble.incident.Messages;
import dev.ensemble.incident.OutsideUpdates;
import dev.ensemble.mail.MailStub;
import dev.ensemble.mail.MailStub.Fault;
import dev.ensemble.slack.SlackStub;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Word to people outside is on its way by a step of its own, whatever the way does. */
@EnsembleTest
class SayOutsideTest {

    private static final String STAFF = "library-staff";
    private static final String DESKS = "public-services-desks";
    private static final MailStub MAIL = Surroundings.MAIL;

    @LocalServerPort
    int port;

    @Autowired
    Walk walk;

    @Autowired
    Messages messages;

    @Autowired
    OutsideUpdates updates;

    @Autowired
    RuntimeService runtime;

    @AfterEach
    void heal() {
        MAIL.heal();
        Surroundings.SLACK.heal();
    }

    @Test
    void goesByMailWhileSlackIsAway() {
        Surroundings.SLACK.fail("chat.postMessage", SlackStub.Fault.SERVER_ERROR);
        walk.responding().trySaying().tell(STAFF, "maya", Map.of("update", "Down"));
        assertThat(messages.announcement(walk.id()).orElseThrow().state()).isEqualTo(State.TRYING);

        walk.trySaying(carrying(STAFF));

        assertThat(message(STAFF).state()).isEqualTo(State.SAID);
        assertThat(mails()).hasSize(1);
    }

    @Test
    void isTriedAgainUntilTheServerIsBack() {
        walk.responding().say().tell(STAFF, "maya", Map.of("update", "Down"));
        MAIL.fail(Fault.AWAY);

        walk.trySaying(carrying(STAFF));

        assertThat(message(STAFF).state()).isEqualTo(State.TRYING);
        assertThat(mails()).isEmpty();
        assertThat(carrying(STAFF)).satisfies(job -> {
            assertThat(job.getRetries()).isGreaterThan(30);
            assertThat(job.getDuedate()).isNotNull();
            assertThat(job.getExceptionMessage()).contains("The mail server is away");
        });
        assertThat(walk.openTasks()).doesNotContain("doByHand");
        walk.trySaying(carrying(STAFF));
        assertThat(message(STAFF).state()).isEqualTo(State.SAID);
        assertThat(mails()).hasSize(1);
    }

    @Test
    void isAskedOfAPersonAtOnceWhenTheServerRefusesItForGood() {
        walk.responding().say().tell(STAFF, "maya", Map.of("update", "Down for good & all"));
        MAIL.fail(Fault.recipient("550 5.1.1 No such list"));

        walk.trySaying(carrying(STAFF));

        assertThat(message(STAFF).state()).isEqualTo(State.HANDED_OVER);
        assertThat(walk.task("doByHand").getName()).isEqualTo(walk.id() + " Figgy: do by hand (word to library staff)");
        assertThat(walk.shown("doByHand")).satisfies(shown -> {
            assertThat(shown.get("text")).isEqualTo(message(STAFF).text());
            assertThat(shown.get("text").toString()).startsWith("Down for good & all");
            assertThat(shown.get("channel").toString().replace("\\", ""))
                    .startsWith("mail to library-staff@lists.example.org, with the subject: %s Figgy is down"
                            .formatted(walk.id()));
            assertThat(shown.get("why").toString()).contains("No such list");
        });

        walk.complete("doByHand", "maya", Map.of("whatHappened", "said"));

        assertThat(message(STAFF).state()).isEqualTo(State.SAID_BY_HAND);
        assertThat(walk.openTasks()).contains("investigate");
    }

    @Test
    void isTheSameMailWhenNobodyKnowsWhetherItArrived() throws MessagingException {
        walk.responding().say().tell(STAFF, "maya", Map.of("update", "Down"));
        MAIL.fail(Fault.TAKEN_THEN_CUT);

        walk.trySaying(carrying(STAFF));
        assertThat(message(STAFF).state()).isEqualTo(State.TRYING);
        walk.trySaying(carrying(STAFF));

        assertThat(message(STAFF).state()).isEqualTo(State.SAID);
        var twice = mails();
        assertThat(twice).hasSize(2);
        assertThat(twice.get(0).getMessageID())
                .isEqualTo(twice.get(1).getMessageID())
                .isEqualTo("<%s@example.org>".formatted(message(STAFF).mark()));
    }

    @Test
    void isAskedOfAPersonWhenTheirChannelIsNotThere() {
        walk.responding().say().tell(DESKS, "maya", Map.of("update", "Down & out"));
        Surroundings.SLACK.fail("chat.postMessage", SlackStub.Fault.error("is_archived"));

        walk.trySaying(carrying(DESKS));

        assertThat(walk.shown("doByHand")).satisfies(shown -> {
            assertThat(shown.get("channel").toString().replace("\\", "")).isEqualTo("#public-services");
            assertThat(shown.get("text").toString()).startsWith("Down & out");
        });
    }

    @Test
    void isNoPartOfTheProductsHealth() {
        MAIL.fail(Fault.AWAY);

        assertThat(new Browser(port).get("/actuator/health").statusCode()).isEqualTo(200);
    }

    private List<MimeMessage> mails() {
        return MAIL.to("library-staff@lists.example.org").stream()
                .filter(mail -> subject(mail).startsWith(walk.id() + " "))
                .toList();
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Job carrying(String audience) {
        var message = message(audience).id();
        return walk.sayings().stream()
                .filter(job -> ((Number) runtime.getVariable(job.getExecutionId(), "message")).longValue() == message)
                .findFirst()
                .orElseThrow();
    }

    private Message message(String audience) {
        return messages.get(updates.last(walk.id(), audience).orElseThrow().message());
    }
}
