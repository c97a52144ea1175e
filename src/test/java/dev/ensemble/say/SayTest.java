package dev.ensemble.say;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Surroundings;
import dev.ensemble.Walk;
import dev.ensemble.Walked;
import dev.ensemble.incident.Message;
import dev.ensemble.incident.Message.Kind;
import dev.ensemble.incident.Message.State;
import dev.ensemble.incident.Messages;
import dev.ensemble.incident.Sending;
import dev.ensemble.process.TryLater;
import dev.ensemble.slack.Posted;
import dev.ensemble.slack.SlackStub;
import dev.ensemble.slack.SlackStub.Fault;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@EnsembleTest
class SayTest {

    @RegisterExtension
    static final Walked EVERY_BOX = Walked.all("say");

    private static final SlackStub SLACK = Surroundings.SLACK;

    @Autowired
    Walk walk;

    @Autowired
    Walk other;

    @Autowired
    Messages messages;

    @Autowired
    Sending sending;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void slackHasNothingToComplainAbout() {
        SLACK.heal();
        assertThat(SLACK.complaints()).isEmpty();
    }

    @Test
    void holdsUpNoResponseWhileSlackIsDown() {
        walk.reported();
        SLACK.fail("chat.postMessage", Fault.SERVER_ERROR);

        walk.trySaying().take("moderator", "maya");

        assertThat(walk.openTasks()).contains("investigate").doesNotContain("doByHand");
        assertThat(announcement().state()).isEqualTo(State.TRYING);
        assertThat(walk.sayings()).first().satisfies(job -> {
            assertThat(job.getRetries()).isGreaterThan(30);
            assertThat(job.getDuedate()).isNotNull();
            assertThat(job.getExceptionMessage()).isNotBlank();
        });
    }

    @Test
    void saysOnceWhatMayHaveBeenSaidAlready() {
        walk.reported("Figgy", "down", "Said, and the line was cut");
        SLACK.fail("chat.postMessage", Fault.STORED_THEN_CUT);

        walk.trySaying();
        assertThat(announcement().state()).isEqualTo(State.TRYING);
        walk.say();

        assertThat(announcement().state()).isEqualTo(State.SAID);
        assertThat(SLACK.postsContaining("Said, and the line was cut")).hasSize(1);
    }

    @Test
    void saysAgainWhatNeverArrived() {
        walk.reported("Figgy", "down", "Cut before it arrived");
        SLACK.fail("chat.postMessage", Fault.CUT_BEFORE);

        walk.trySaying().say();

        assertThat(SLACK.postsContaining("Cut before it arrived")).hasSize(1);
    }

    @Test
    void waitsAsLongAsSlackAsksWithoutUsingUpItsRetries() {
        walk.reported();
        var retries = walk.sayings().get(0).getRetries();
        var calls = SLACK.calls("chat.postMessage");
        SLACK.fail("chat.postMessage", Fault.ratelimited(1));

        walk.trySaying();

        assertThat(SLACK.calls("chat.postMessage")).isEqualTo(calls + 1);
        assertThat(walk.sayings().get(0).getRetries()).isEqualTo(retries);
        assertThat(walk.sayings().get(0).getDuedate()).isCloseTo(new Date(), 2000);
        assertThat(announcement().stamp()).isNull();

        await().ignoreExceptionsInstanceOf(TryLater.class).until(() -> walk.say() != null);
        assertThat(announcement().state()).isEqualTo(State.SAID);
    }

    @Test
    void doesNotCountAsTriedWhatWasNeverSent() {
        walk.reported();
        other.reported();
        SLACK.fail("chat.postMessage", Fault.ratelimited(1));

        walk.trySaying();
        other.trySaying();

        assertThat(messages.announcement(other.id()).orElseThrow()).satisfies(heldBack -> {
            assertThat(heldBack.state()).isEqualTo(State.DUE);
            assertThat(heldBack.firstTriedAt()).isNull();
        });
        await().ignoreExceptionsInstanceOf(TryLater.class).until(() -> walk.say() != null);
    }

    @Test
    void asksAPersonAtOnceWhenSlackRefusesForGood() {
        walk.reported("Figgy", "down", "Slack refuses & we ask").take("moderator", "maya");
        SLACK.fail("chat.postMessage", Fault.error("channel_not_found"));

        walk.trySaying();

        assertThat(announcement().state()).isEqualTo(State.HANDED_OVER);
        assertThat(walk.jobs()).anyMatch(job -> job.getRetries() == 0);
        assertThat(walk.task("doByHand").getAssignee()).isEqualTo("maya");
        assertThat(walk.task("doByHand").getName()).isEqualTo(walk.id() + " Figgy: do by hand (the announcement)");
        assertThat(walk.opened("doByHand", "maya").get("text").toString())
                .startsWith("@here We have the following incident: Figgy is down.")
                .contains("Slack refuses & we ask");
        assertThat(walk.shown("doByHand"))
                .hasEntrySatisfying("why", why -> assertThat(why.toString()).contains("channel_not_found"));
    }

    @Test
    void goesOnInTheThreadOfWhatAPersonSaid() {
        walk.reported();
        SLACK.fail("chat.postMessage", Fault.error("not_in_channel"));
        walk.trySaying();
        var stamp = SLACK.someoneSays(SlackStub.REPORTS, "Figgy is down, says Maya");

        walk.complete(
                        "doByHand",
                        "maya",
                        Map.of(
                                "whatHappened",
                                "said",
                                "link",
                                "https://library.slack.com/archives/%s/p%s"
                                        .formatted(SlackStub.REPORTS, stamp.replace(".", ""))))
                .say();

        assertThat(announcement().state()).isEqualTo(State.SAID_BY_HAND);
        assertThat(SLACK.threadOf(stamp)).anyMatch(said -> said.text().contains("learning frame of mind"));
        assertThat(walk.jobs()).noneMatch(job -> job.getRetries() == 0);
    }

    @Test
    void doesNotEditWhatAPersonSaid() {
        walk.reported();
        SLACK.fail("chat.postMessage", Fault.error("not_in_channel"));
        var stamp = SLACK.someoneSays(SlackStub.REPORTS, "Figgy is down, says Maya");
        var link = "https://library.slack.com/archives/%s/p%s".formatted(SlackStub.REPORTS, stamp.replace(".", ""));
        var edits = SLACK.calls("chat.update");

        walk.trySaying()
                .complete("doByHand", "maya", Map.of("whatHappened", "said", "link", link))
                .take("moderator", "maya")
                .say();

        assertThat(said(Kind.EDIT)).isNotEmpty().extracting(Message::state).containsOnly(State.NOT_NEEDED);
        assertThat(SLACK.calls("chat.update")).isEqualTo(edits);
        assertThat(SLACK.threadOf(stamp)).anyMatch(said -> said.text().contains("Maya Osei is our *moderator*"));
    }

    @Test
    void goesOnInTheChannelAfterATimeWithoutSlack() {
        walk.reported().say();
        sending.said(announcement(), "only in the log", Posted.NOWHERE.channel(), Posted.NOWHERE.ts());

        walk.take("moderator", "maya").say();

        assertThat(said(Kind.EDIT)).isNotEmpty().extracting(Message::state).containsOnly(State.NOT_NEEDED);
        assertThat(SLACK.postsContaining("*%s Figgy*\nMaya Osei is our *moderator*".formatted(walk.id())))
                .singleElement()
                .satisfies(said -> assertThat(said.thread()).isNull());
    }

    @Test
    void givesAPersonAWhileBeforeItAsksAgain() {
        walk.reported();
        SLACK.fail("chat.postMessage", Fault.error("token_revoked"), 2);
        walk.trySaying();
        var next = walk.sayings().get(0);

        walk.trySaying();

        assertThat(walk.open("doByHand")).hasSize(1);
        assertThat(walk.sayings().get(0).getRetries()).isEqualTo(next.getRetries());
        assertThat(walk.sayings().get(0).getDuedate()).isAfter(new Date());
        aQuarterOfAnHourPasses();
        walk.trySaying();
        assertThat(walk.open("doByHand")).hasSize(2);
    }

    @Test
    void namesTheIncidentInWhatItSaysOutsideOfTheThread() {
        walk.reported("Figgy", "down", "Nobody knows where it was said");
        SLACK.fail("chat.postMessage", Fault.error("not_in_channel"));
        walk.trySaying();
        aQuarterOfAnHourPasses();

        walk.say();

        assertThat(said(Kind.REPLY)).isNotEmpty().extracting(Message::state).containsOnly(State.SAID);
        assertThat(said(Kind.REPLY))
                .allSatisfy(reply -> assertThat(reply.text()).startsWith("*%s Figgy*\n".formatted(walk.id())));
        assertThat(SLACK.postsContaining(walk.id() + " Figgy*")).isNotEmpty().allMatch(said -> said.thread() == null);
    }

    @Test
    void asksOnceHoweverOftenItIsTriedAgainInCockpit() {
        walk.reported();
        SLACK.fail("chat.postMessage", Fault.error("invalid_auth"), 2);
        walk.trySaying();

        walk.retryFailed().trySaying();

        assertThat(walk.open("doByHand")).hasSize(1);
        assertThat(walk.jobs()).anyMatch(job -> job.getRetries() == 0);
        assertThat(announcement().state()).isEqualTo(State.HANDED_OVER);
        walk.complete("doByHand", "maya", Map.of("whatHappened", "not-needed")).say();
        assertThat(announcement().state()).isEqualTo(State.NOT_NEEDED);
    }

    @Test
    void goesOnInTheChannelWhenNobodyKnowsWhereItWasSaid() {
        walk.reported();
        SLACK.fail("chat.postMessage", Fault.error("not_in_channel"));

        walk.trySaying()
                .complete("doByHand", "maya", Map.of("whatHappened", "said", "link", ""))
                .say();

        assertThat(messages.of(walk.id()))
                .allSatisfy(
                        message -> assertThat(message.state()).isIn(State.SAID, State.SAID_BY_HAND, State.NOT_NEEDED));
    }

    @Test
    void letsAPersonDecideThatItNeedNotBeSaid() {
        walk.reported();
        SLACK.fail("chat.postMessage", Fault.error("is_archived"));
        walk.trySaying();

        assertThatThrownBy(
                        () -> walk.complete("doByHand", "maya", Map.of("whatHappened", "said", "link", "over there")))
                .hasMessageContaining("link: Copy the link of your message");
        walk.complete("doByHand", "maya", Map.of("whatHappened", "not-needed"));

        assertThat(announcement().state()).isEqualTo(State.NOT_NEEDED);
    }

    @Test
    void saysThingsInTheOrderInWhichTheyHappened() {
        walk.reported().take("moderator", "maya");
        var later = walk.sayings().get(1);

        walk.trySaying(later);

        assertThat(announcement().state()).isEqualTo(State.DUE);
        assertThat(walk.sayings()).hasSizeGreaterThan(1);
        walk.say();
        assertThat(messages.of(walk.id())).extracting(Message::state).containsOnly(State.SAID);
    }

    @Test
    void editsTheAnnouncementOnceForChangesThatComeTogether() {
        walk.reported().say().take("moderator", "maya").take("note-taker", "noor");

        assertThat(messages.of(walk.id()).stream()
                        .filter(message -> message.kind() == Kind.EDIT && message.state() == State.DUE))
                .hasSize(1);
        walk.say();
        assertThat(walk.announcement()).contains("Maya Osei", "Noor Haddad");
    }

    @Test
    void isMendedInCockpitByTryingAgain() {
        walk.reported();
        SLACK.fail("chat.postMessage", Fault.error("invalid_auth"));
        walk.trySaying();
        assertThat(walk.openTasks()).contains("doByHand");

        walk.retryFailed().say();

        assertThat(announcement().state()).isEqualTo(State.SAID);
        assertThat(walk.openTasks()).doesNotContain("doByHand");
    }

    private void aQuarterOfAnHourPasses() {
        jdbc.sql("update message set settled_at = settled_at - interval '16' minute where incident = :incident")
                .param("incident", walk.id().number())
                .update();
    }

    private List<Message> said(Kind kind) {
        return messages.of(walk.id()).stream()
                .filter(message -> message.kind() == kind)
                .toList();
    }

    private Message announcement() {
        return messages.announcement(walk.id()).orElseThrow();
    }
}
