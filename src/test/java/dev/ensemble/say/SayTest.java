package dev.ensemble.say;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Surroundings;
import dev.ensemble.Walk;
import dev.ensemble.Walked;
import dev.ensemble.incident.Message;
import dev.ensemble.incident.Message.Kind;
import dev.ensemble.incident.Message.State;
import dev.ensemble.incident.Messages;
import dev.ensemble.slack.SlackStub;
import dev.ensemble.slack.SlackStub.Fault;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

@EnsembleTest
class SayTest {

    @RegisterExtension
    static final Walked EVERY_BOX = Walked.all("say");

    private static final SlackStub SLACK = Surroundings.SLACK;

    @Autowired
    Walk walk;

    @Autowired
    Messages messages;

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
        SLACK.fail("chat.postMessage", Fault.ratelimited(0));

        walk.trySaying();

        assertThat(SLACK.calls("chat.postMessage")).isEqualTo(calls + 1);
        assertThat(walk.sayings().get(0).getRetries()).isEqualTo(retries);
        assertThat(walk.sayings().get(0).getDuedate()).isCloseTo(new Date(), 2000);
        assertThat(announcement().stamp()).isNull();
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
        assertThat(walk.shown("doByHand"))
                .hasEntrySatisfying(
                        "text",
                        text -> assertThat(text.toString())
                                .startsWith("@here We have the following incident: Figgy is down.")
                                .contains("Slack refuses & we ask"))
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

    private Message announcement() {
        return messages.announcement(walk.id()).orElseThrow();
    }
}
