package dev.ensemble.say;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Surroundings;
import dev.ensemble.Walk;
import dev.ensemble.Walked;
import dev.ensemble.incident.Incident;
import dev.ensemble.incident.Message;
import dev.ensemble.incident.Message.Kind;
import dev.ensemble.incident.Message.State;
import dev.ensemble.incident.Messages;
import dev.ensemble.incident.Role;
import dev.ensemble.process.Course;
import dev.ensemble.process.IncidentProcess;
import dev.ensemble.slack.SlackStub;
import dev.ensemble.slack.SlackStub.Fault;
import dev.ensemble.slack.SlackStub.Said;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where a restricted incident is spoken of; and that it is spoken of nowhere else. */
@EnsembleTest
class PrivatePlaceTest {

    @RegisterExtension
    static final Walked EVERY_BOX = Walked.all("private-place");

    private static final SlackStub SLACK = Surroundings.SLACK;
    private static final String KEYS = "The keys of the vault lie on the web";

    @Autowired
    Walk walk;

    @Autowired
    Walk other;

    @Autowired
    ObjectProvider<Walk> walks;

    @Autowired
    IncidentProcess process;

    @Autowired
    Course course;

    @Autowired
    Messages messages;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void nothingWasSaidInPublicAndSlackHasNothingToComplainAbout() {
        SLACK.heal();
        assertThat(SLACK.complaints()).isEmpty();
        assertThat(inPublic(KEYS)).isEmpty();
    }

    @Test
    void opensAChannelThatOnlyThoseAreInWhomItConcerns() {
        insecure().openChannel().say();

        assertThat(SLACK.ourPrivateChannels())
                .anyMatch(name -> name.startsWith(walk.id().toString().toLowerCase() + "-"));
        assertThat(SLACK.membersOf(place())).containsExactlyInAnyOrder("rosa@example.org", "ivo@example.org");
        assertThat(walk.announcement()).contains(KEYS).doesNotContain("<!here>", "Everyone is encouraged");
        assertThat(messages.announcement(walk.id()).orElseThrow().channel()).isEqualTo(place());
        assertThat(walk.thread()).isNotEmpty();
        assertThat(walk.openTasks()).doesNotContain("findPrivatePlace");
    }

    @Test
    void isNotNamedInTheAnnouncementsOfOthersAnyMore() {
        walk.responding().say();
        var open = other.reported("Figgy", "down", "The same again").say();
        var closed = walks.getObject()
                .reported("Figgy", "down", "The same once more")
                .say();
        closed.asRun("rosa", () -> course.retracted(closed.id(), "It was nothing"));
        closed.say();
        assertThat(open.announcement()).contains("*" + walk.id() + "*");

        restrict();
        walk.openChannel().say();
        open.say();

        assertThat(List.of(open.announcement(), closed.announcement()))
                .allSatisfy(text -> assertThat(text).doesNotContain("*" + walk.id() + "*"));
        assertThat(List.of(open, closed))
                .allSatisfy(that -> assertThat(messages.of(that.id()))
                        .extracting(Message::text)
                        .noneMatch(text -> text != null && text.contains("*" + walk.id() + "*")));
    }

    @Test
    void letsTheResponseGoOnMeanwhile() {
        insecure();
        walk.asRun("rosa", () -> process.taken(walk.id(), Role.MODERATOR, "maya"));

        walk.trySaying();

        assertThat(walk.openTasks()).contains("investigate");
        assertThat(messages.announcement(walk.id()).orElseThrow().state()).isEqualTo(State.DUE);
        walk.openChannel().say();
        assertThat(walk.announcement()).contains("Maya Osei");
    }

    @Test
    void letsInWhoeverJoinsLater() {
        insecure().openChannel().say();

        walk.asRun("rosa", () -> process.taken(walk.id(), Role.MODERATOR, "maya"));
        walk.say();

        assertThat(SLACK.membersOf(place())).contains("maya@example.org").doesNotContain("sam@example.org");
    }

    @Test
    void tellsTheOthersWhomSlackDoesNotKnow() {
        SLACK.forget("lena@example.org");
        insecure().openChannel().say();

        walk.asRun("rosa", () -> process.taken(walk.id(), Role.MODERATOR, "lena"));
        walk.say();

        assertThat(walk.thread()).anyMatch(said -> said.contains("Slack does not know Lena Novak"));
        assertThat(walk.openTasks()).doesNotContain("doByHand");
    }

    @Test
    void asksAPersonToLetSomebodyInWhereSlackRefuses() {
        insecure().openChannel();
        SLACK.fail("conversations.invite", Fault.error("missing_scope"));

        say();

        assertThat(walk.task("doByHand").getName()).contains("let somebody into the channel");
        assertThat(walk.opened("doByHand", "ivo").get("text").toString())
                .contains("into the private channel of " + walk.id());
    }

    @Test
    void opensOneChannelHoweverOftenItIsTried() {
        insecure();
        SLACK.fail("conversations.create", Fault.STORED_THEN_CUT);

        walk.openChannel();
        assertThat(walk.record().place()).isNull();
        walk.openChannel();

        assertThat(walk.record().place()).isNotNull();
        assertThat(SLACK.ourPrivateChannels().stream()
                        .filter(name -> name.startsWith(walk.id().toString().toLowerCase() + "-")))
                .hasSize(1);
    }

    @Test
    void waitsWhereSlackAsksForAPause() {
        insecure();
        SLACK.fail("conversations.create", Fault.ratelimited(1));

        walk.openChannel();

        assertThat(walk.record().place()).isNull();
        assertThat(walk.openTasks()).doesNotContain("findPrivatePlace");
        org.awaitility.Awaitility.await()
                .until(() -> walk.openChannel().record().place() != null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing_scope", "restricted_action", "invalid_auth", "no_permission", "name_taken"})
    void asksAPersonAndSaysNothingWhereItIsRefused(String code) {
        var posts = SLACK.posts().size();
        insecure();
        SLACK.fail("conversations.create", Fault.error(code));

        walk.openChannel().trySaying();

        assertThat(walk.record().place()).isNull();
        assertThat(walk.openTasks()).contains("findPrivatePlace");
        assertThat(walk.shown("findPrivatePlace"))
                .hasEntrySatisfying("why", why -> assertThat(why.toString()).contains(code));
        assertThat(SLACK.posts()).hasSize(posts);
    }

    @Test
    void speaksWhereAPersonSays() {
        refused();

        walk.complete("findPrivatePlace", "ivo", place("channel", link(SlackStub.BY_HAND)))
                .say();

        assertThat(walk.record().place()).isEqualTo(SlackStub.BY_HAND);
        assertThat(SLACK.postsContaining(KEYS))
                .isNotEmpty()
                .allMatch(said -> said.channel().equals(SlackStub.BY_HAND));
        assertThat(walk.jobs()).noneMatch(job -> job.getRetries() == 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {SlackStub.REPORTS, "C0NOWHERE1", "C0RANDOM01", "C0OLDNEWS1"})
    void takesNoPlaceThatIsNotPrivate(String channel) {
        refused();

        assertThatThrownBy(() -> walk.complete("findPrivatePlace", "ivo", place("channel", channel)))
                .hasMessageContaining("Make it private");
        assertThat(walk.record().place()).isNull();
    }

    @Test
    void takesNoPlaceThatItCannotLookAt() {
        refused();
        SLACK.fail("conversations.info", Fault.SERVER_ERROR);

        assertThatThrownBy(() -> walk.complete("findPrivatePlace", "ivo", place("channel", SlackStub.BY_HAND)))
                .hasMessageContaining("We cannot see whether it is private");
        assertThatThrownBy(() -> walk.complete("findPrivatePlace", "ivo", place("channel", "over there")))
                .hasMessageContaining("Give the id of a private channel");
        assertThatThrownBy(() -> walk.complete("findPrivatePlace", "ivo", Map.of()))
                .hasMessageContaining("place: Say one of channel, none.");
    }

    @Test
    void saysNothingWhereThereIsNoPlace() {
        refused();
        var posts = SLACK.posts().size();

        walk.complete("findPrivatePlace", "ivo", place("none", "")).say();
        walk.asRun("rosa", () -> process.taken(walk.id(), Role.MODERATOR, "maya"));
        walk.say();

        assertThat(walk.record().place()).isEqualTo(Incident.NOWHERE);
        assertThat(SLACK.posts()).hasSize(posts);
        assertThat(messages.of(walk.id())).extracting(Message::state).containsOnly(State.NOT_NEEDED);
        assertThat(walk.sayings()).isEmpty();
    }

    @Test
    void isMendedInCockpitByTryingAgain() {
        refused();

        walk.retryFailed().openChannel().say();

        assertThat(walk.openTasks()).doesNotContain("findPrivatePlace");
        assertThat(walk.announcement()).contains(KEYS);
    }

    @Test
    void takesBackWhatEverybodyCouldRead() {
        walk.reported("Figgy", "down", "Said for everybody to read").take("moderator", "maya");
        walk.complete("investigate", "eli", Map.of("next", "try-fix", "idea", "Close the hole in the login"))
                .say();
        var stood = walk.announcement();
        var standing = messages.announcement(walk.id()).orElseThrow();

        restrict();
        walk.openChannel().say();

        assertThat(stood).contains("Said for everybody to read");
        assertThat(inPublic("Said for everybody to read")).isEmpty();
        assertThat(inPublic("Close the hole")).isEmpty();
        assertThat(SLACK.posts().stream().filter(said -> said.ts().equals(standing.stamp())))
                .extracting(Said::text)
                .containsExactly("%s is being handled by a small group now. Thank you.".formatted(walk.id()));
        assertThat(walk.announcement()).contains("Said for everybody to read");
        assertThat(SLACK.postsContaining("Said for everybody to read"))
                .isNotEmpty()
                .allMatch(said -> said.channel().equals(place()));
        walk.complete("applyFix", "maya", Map.of("whatWasDone", "Closed the hole"))
                .complete("verifyFix", "rosa", Map.of("fixed", "yes", "observed", "The hole is closed"))
                .say();
        assertThat(inPublic("The hole is closed")).isEmpty();
    }

    @Test
    void saysInPrivateWhatHadNotGoneOutYet() {
        walk.reported("Figgy", "down", KEYS).take("moderator", "maya");

        restrict();
        walk.openChannel().say();

        assertThat(walk.announcement()).contains(KEYS);
        assertThat(messages.of(walk.id()).stream().filter(message -> message.kind() == Kind.ANNOUNCEMENT))
                .hasSize(1);
    }

    @Test
    void takesBackWhatArrivedThoughNobodyWasToldThatItHad() {
        walk.reported("Figgy", "down", "Arrived without a word");
        SLACK.fail("chat.postMessage", Fault.STORED_THEN_CUT);
        walk.trySaying();
        assertThat(inPublic("Arrived without a word")).hasSize(1);

        walk.take("moderator", "maya");
        restrict();
        aMinutePasses();
        walk.openChannel().say();

        assertThat(inPublic("Arrived without a word")).isEmpty();
        assertThat(walk.announcement()).contains("Arrived without a word");
    }

    @Test
    void looksAgainForWhatMayStillArrive() {
        walk.reported("Figgy", "down", "On its way").take("moderator", "maya");
        SLACK.fail("chat.postMessage", Fault.SERVER_ERROR);
        walk.trySaying();

        restrict();
        var takingBack = takingBack();
        walk.trySaying(takingBack);

        assertThat(messages.of(walk.id()))
                .filteredOn(message -> message.kind() == Kind.TAKING_BACK)
                .extracting(Message::state)
                .containsExactly(State.TRYING);
        aMinutePasses();
        walk.openChannel().say();
        assertThat(messages.of(walk.id()))
                .filteredOn(message -> message.kind() == Kind.TAKING_BACK)
                .extracting(Message::state)
                .containsExactly(State.SAID);
    }

    @Test
    void asksAPersonToTakeBackWhatItCannot() {
        walk.reported("Figgy", "down", "Stays where it is")
                .take("moderator", "maya")
                .say();
        SLACK.fail("chat.update", Fault.error("edit_window_closed"));

        restrict();
        walk.trySaying(takingBack());

        assertThat(walk.task("doByHand").getName()).contains("take back what was said");
        assertThat(walk.opened("doByHand", "maya"))
                .hasEntrySatisfying(
                        "channel",
                        channel -> assertThat(channel.toString()).startsWith("#incident_reports, the message of "));
        walk.complete("doByHand", "maya", Map.of("whatHappened", "said"));
    }

    @Test
    void keepsAPersonFromSayingItForEverybody() {
        walk.reported("Figgy", "down", "By hand").take("moderator", "maya");
        SLACK.fail("chat.postMessage", Fault.error("not_in_channel"));
        walk.trySaying();
        assertThat(walk.opened("doByHand", "maya")).containsEntry("channel", "#incident_reports");

        restrict();

        assertThat(walk.opened("doByHand", "maya"))
                .hasEntrySatisfying(
                        "channel", channel -> assertThat(channel.toString()).contains("nowhere"));
        walk.openChannel();
        assertThat(walk.opened("doByHand", "maya")).containsEntry("channel", place());
        assertThatThrownBy(() -> walk.complete(
                        "doByHand",
                        "maya",
                        Map.of("whatHappened", "said", "link", link(SlackStub.REPORTS) + "/p1700000000000100")))
                .hasMessageContaining("Few may know of this");
        walk.complete("doByHand", "maya", Map.of("whatHappened", "not-needed")).say();
        assertThat(walk.announcement()).contains("By hand");
    }

    @Test
    void isNotOnTheTableOfAMeetingOfOthersThatIsOpen() {
        walk.responding().say();
        other.meeting();
        assertThat(other.opened("holdMeeting", "maya").get("earlier").toString())
                .contains(walk.id().toString());

        restrict();

        assertThat(other.opened("holdMeeting", "maya").get("earlier").toString())
                .doesNotContain("\"%s\"".formatted(walk.id()));
    }

    @Test
    void isNoCauseThatAMeetingOfOthersCanName() {
        insecure();
        other.meeting();

        assertThatThrownBy(() -> other.complete(
                        "holdMeeting",
                        "maya",
                        Map.of("causes", "One", "sameAs", List.of(walk.id().toString()))))
                .hasMessageContaining("sameAs: There is no such incident.");
    }

    private Walk insecure() {
        return walk.reported("Figgy", "insecure", KEYS);
    }

    private void refused() {
        insecure();
        SLACK.fail("conversations.create", Fault.error("missing_scope"));
        walk.openChannel();
    }

    private void restrict() {
        walk.asRun("maya", () -> course.restricted(walk.id(), "Somebody could abuse it"));
    }

    /** As the clockwork would: what fails is dealt with. */
    private void say() {
        for (var left = walk.sayings().size(); left > 0; left--) {
            walk.sayings().forEach(walk::trySaying);
        }
    }

    private org.camunda.bpm.engine.runtime.Job takingBack() {
        var sayings = walk.sayings();
        var ids = messages.of(walk.id()).stream()
                .filter(message -> message.settledAt() == null)
                .map(Message::kind)
                .toList();
        return sayings.get(ids.indexOf(Kind.TAKING_BACK));
    }

    private void aMinutePasses() {
        jdbc.sql("update incident set restricted_at = restricted_at - interval '2' minute where number = :number")
                .param("number", walk.id().number())
                .update();
    }

    private String place() {
        return walk.record().place();
    }

    private static Map<String, Object> place(String place, String channel) {
        return Map.of("place", place, "channel", channel);
    }

    private static String link(String channel) {
        return "https://library.slack.com/archives/" + channel;
    }

    private static List<Said> inPublic(String words) {
        return SLACK.postsContaining(words).stream()
                .filter(said -> said.channel().equals(SlackStub.REPORTS))
                .toList();
    }
}
