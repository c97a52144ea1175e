package dev.ensemble.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;
import static org.assertj.core.groups.Tuple.tuple;

import dev.ensemble.operate.Reach;
import dev.ensemble.slack.SlackStub.Fault;
import dev.ensemble.slack.SlackStub.Said;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Slack, as we use it. */
class SlackTest {

    private static final SlackStub THERE = SlackStub.start();
    private static final Duration NO_PAUSE = Duration.ZERO;

    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 5);
    private WebSlack slack = slack(NO_PAUSE);

    @BeforeEach
    void nothingWasSaid() {
        THERE.reset();
    }

    @AfterEach
    void close() throws Exception {
        slack.close();
    }

    @AfterAll
    static void stop() {
        THERE.close();
    }

    @Test
    void saysSomethingInTheChannelOfThatName() {
        var posted = slack.post(post("<!here> *Figgy* is down"));

        assertThat(THERE.posts()).singleElement().satisfies(said -> {
            assertThat(said.channel()).isEqualTo(posted.channel()).isEqualTo(SlackStub.REPORTS);
            assertThat(said.ts()).isEqualTo(posted.ts());
            assertThat(said.thread()).isNull();
            assertThat(said.text()).isEqualTo("<!here> *Figgy* is down");
            assertThat(said.fallback()).isEqualTo("<!here> *Figgy* is down");
        });
        assertThat(THERE.complaints()).isEmpty();
    }

    @Test
    void findsAChannelByNameOnceAndByIdAtOnce() {
        slack.post(post("one"));
        var pages = THERE.calls("conversations.list");
        slack.post(post("two"));
        slack.post(new Post(SlackStub.DRILLS, null, "three", mark(), null));

        assertThat(pages).isPositive();
        assertThat(THERE.calls("conversations.list")).isEqualTo(pages);
        assertThat(THERE.posts())
                .extracting(Said::channel)
                .containsExactly(SlackStub.REPORTS, SlackStub.REPORTS, SlackStub.DRILLS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"incident_drills", "#incident_drills", "#Incident_Drills"})
    void takesANameHoweverItIsWritten(String name) {
        assertThat(slack.post(new Post(name, null, "a drill", mark(), null)).channel())
                .isEqualTo(SlackStub.DRILLS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#no_such_channel", "old_news"})
    void saysWhatToDoAboutAChannelThatIsNotThere(String name) {
        assertThatThrownBy(() -> slack.post(new Post(name, null, "hello", mark(), null)))
                .isInstanceOf(SlackRefused.class)
                .hasMessageContaining("There is no channel #")
                .hasMessageContaining("invite the bot");
        assertThat(THERE.calls("chat.postMessage")).isZero();
    }

    @Test
    void findsAChannelThatWasCreatedSince() {
        THERE.fail("chat.postMessage", Fault.error("channel_not_found"));
        assertThatThrownBy(() -> slack.post(post("hello"))).isInstanceOf(SlackRefused.class);
        var pages = THERE.calls("conversations.list");

        slack.post(post("hello"));

        assertThat(THERE.calls("conversations.list")).isGreaterThan(pages);
    }

    @Test
    void looksForPublicChannelsWhereItMayNotSeePrivateOnes() {
        THERE.fail("conversations.list", Fault.error("missing_scope"));

        assertThat(slack.post(post("hello")).channel()).isEqualTo(SlackStub.REPORTS);
    }

    @Test
    void repliesInAThread() {
        var announcement = slack.post(post("Figgy is down"));
        var reply = slack.post(new Post(announcement.channel(), announcement.ts(), "Maya moderates", mark(), null));

        assertThat(THERE.threadOf(announcement.ts()))
                .extracting(Said::ts, Said::text)
                .containsExactly(tuple(reply.ts(), "Maya moderates"));
    }

    @Test
    void changesWhatWasSaid() {
        var posted = slack.post(post("Figgy is down"));
        slack.update(posted, "Figgy is well");
        slack.update(posted, "Figgy is well");

        assertThat(THERE.posts()).singleElement().satisfies(said -> {
            assertThat(said.text()).isEqualTo("Figgy is well");
            assertThat(said.fallback()).isEqualTo("Figgy is well");
            assertThat(said.edits()).isEqualTo(2);
        });
        assertThat(THERE.complaints()).isEmpty();
    }

    @Test
    void doesNotSayAgainWhatSlackTookWithoutTellingUs() {
        var first = post("Figgy is down");
        THERE.fail("chat.postMessage", Fault.STORED_THEN_CUT);
        assertThatThrownBy(() -> slack.post(first)).isInstanceOf(SlackUnreachable.class);
        othersTalk();

        var found = slack.post(again(first));

        assertThat(THERE.calls("chat.postMessage")).isEqualTo(1);
        assertThat(THERE.postsContaining("Figgy is down"))
                .singleElement()
                .extracting(Said::channel, Said::ts)
                .containsExactly(found.channel(), found.ts());
    }

    @Test
    void doesNotReplyAgainWhereSlackTookItWithoutTellingUs() {
        var announcement = slack.post(post("Figgy is down"));
        for (var reply = 0; reply < 9; reply++) {
            slack.post(new Post(announcement.channel(), announcement.ts(), "reply " + reply, mark(), null));
        }
        var last = new Post(announcement.channel(), announcement.ts(), "Maya moderates", mark(), null);
        THERE.fail("chat.postMessage", Fault.STORED_THEN_CUT);
        assertThatThrownBy(() -> slack.post(last)).isInstanceOf(SlackUnreachable.class);

        var found = slack.post(again(last));

        assertThat(THERE.postsContaining("Maya moderates"))
                .singleElement()
                .extracting(Said::ts)
                .isEqualTo(found.ts());
    }

    @Test
    void saysAgainWhatDidNotReachSlack() {
        var first = post("Figgy is down");
        THERE.fail("chat.postMessage", Fault.CUT_BEFORE);
        assertThatThrownBy(() -> slack.post(first)).isInstanceOf(SlackUnreachable.class);
        assertThat(THERE.calls("chat.postMessage")).as("no silent second try").isEqualTo(1);
        othersTalk();

        slack.post(again(first));

        assertThat(THERE.postsContaining("Figgy is down")).hasSize(1);
    }

    @Test
    void doesNotTakeAnothersMarkForItsOwn() {
        slack.post(post("Figgy is down"));

        slack.post(again(post("Figgy is down")));

        assertThat(THERE.postsContaining("Figgy is down")).hasSize(2);
    }

    @Test
    void saysNothingWhileItCannotTellWhetherItWasSaid() {
        THERE.fail("conversations.history", Fault.CUT_BEFORE);

        assertThatThrownBy(() -> slack.post(again(post("Figgy is down")))).isInstanceOf(SlackUnreachable.class);

        assertThat(THERE.posts()).isEmpty();
    }

    @Test
    void leavesSlackInPeaceForAsLongAsItAsks() {
        THERE.fail("chat.postMessage", Fault.ratelimited(7));
        assertBusyFor(Duration.ofSeconds(7), "Figgy is down");
        var calls = THERE.calls("chat.postMessage");

        pass(Duration.ofSeconds(6));
        assertBusyFor(Duration.ofSeconds(1), "Figgy is down");
        assertThat(THERE.calls("chat.postMessage")).isEqualTo(calls);

        pass(Duration.ofSeconds(1));
        slack.post(post("Figgy is down"));
        assertThat(THERE.posts()).hasSize(1);
    }

    @Test
    void waitsAWhileWhereSlackDoesNotSayHowLong() {
        THERE.fail("chat.postMessage", Fault.ratelimited(null));
        assertBusyFor(Duration.ofSeconds(30), "Figgy is down");

        pass(Duration.ofSeconds(30));
        THERE.fail("chat.postMessage", Fault.error("ratelimited"));
        assertBusyFor(Duration.ofSeconds(30), "Figgy is down");
    }

    @Test
    void speaksAboutOnceASecondInAChannel() throws Exception {
        slack.close();
        slack = slack(Duration.ofMillis(1100));
        var posted = slack.post(post("one"));

        assertBusyFor(Duration.ofMillis(1100), "two");
        assertThatThrownBy(() -> slack.update(posted, "one, changed")).isInstanceOf(SlackBusy.class);
        slack.post(new Post("incident_drills", null, "elsewhere", mark(), null));
        pass(Duration.ofMillis(1000));
        assertBusyFor(Duration.ofMillis(100), "two");
        pass(Duration.ofMillis(100));
        slack.post(post("two"));

        assertThat(THERE.posts()).extracting(Said::text).containsExactly("one", "elsewhere", "two");
    }

    @Test
    void knowsBeforehandWhetherItMaySaySomething() throws Exception {
        slack.close();
        slack = slack(Duration.ofMillis(1100));
        slack.checkMaySay("#incident_reports");
        slack.post(post("one"));

        assertThatThrownBy(() -> slack.checkMaySay("#incident_reports")).isInstanceOf(SlackBusy.class);
        slack.checkMaySay(SlackStub.DRILLS);
        pass(Duration.ofMillis(1100));
        slack.checkMaySay("#incident_reports");
        THERE.fail("chat.postMessage", Fault.ratelimited(7));
        assertBusyFor(Duration.ofSeconds(7), "two");
        assertThatThrownBy(() -> slack.checkMaySay(SlackStub.DRILLS)).isInstanceOf(SlackBusy.class);
    }

    @Test
    void givesUpASearchThatTakesTooLong() throws Exception {
        slack.close();
        slack = new WebSlack(
                new SlackProperties(SlackStub.TOKEN, THERE.url(), NO_PAUSE),
                reach(),
                () -> nanos.addAndGet(Duration.ofSeconds(6).toNanos()));
        othersTalk();
        othersTalk();
        var tried = new Post(SlackStub.REPORTS, null, "Figgy is down", mark(), Instant.now());

        assertThatThrownBy(() -> slack.post(tried))
                .isInstanceOf(SlackUnreachable.class)
                .hasMessageContaining("takes too long");

        assertThat(THERE.calls("conversations.history")).isEqualTo(2);
        assertThat(THERE.calls("chat.postMessage")).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "token_revoked, SLACK_BOT_TOKEN",
        "invalid_auth, SLACK_BOT_TOKEN",
        "not_in_channel, Invite the bot",
        "missing_scope, scope",
        "something_new, by hand"
    })
    void saysWhatWouldDoWhereSlackRefuses(String code, String advice) {
        THERE.fail("chat.postMessage", Fault.error(code));

        assertThatThrownBy(() -> slack.post(post("Figgy is down")))
                .isInstanceOf(SlackRefused.class)
                .hasMessageContaining(code)
                .hasMessageContaining(advice);
    }

    @Test
    void isRefusedWithAnotherToken() throws Exception {
        slack.close();
        slack = new WebSlack(new SlackProperties("xoxb-another", THERE.url(), NO_PAUSE), reach());

        assertThatThrownBy(() -> slack.post(post("Figgy is down")))
                .isInstanceOf(SlackRefused.class)
                .hasMessageContaining("invalid_auth")
                .hasMessageNotContaining("xoxb");
    }

    @ParameterizedTest
    @ValueSource(strings = {"internal_error", "fatal_error", "service_unavailable", "request_timeout"})
    void takesTroubleAtSlackForPassing(String code) {
        THERE.fail("chat.postMessage", Fault.error(code));

        assertThatThrownBy(() -> slack.post(post("Figgy is down"))).isInstanceOf(SlackUnreachable.class);
    }

    @Test
    void doesNotKnowWhatAnUnreadableAnswerMeans() {
        THERE.fail("chat.postMessage", Fault.SERVER_ERROR);
        assertThatThrownBy(() -> slack.post(post("one"))).isInstanceOf(SlackUnreachable.class);
        THERE.fail("chat.postMessage", Fault.GARBAGE);
        assertThatThrownBy(() -> slack.post(post("two"))).isInstanceOf(SlackUnreachable.class);
        var posted = slack.post(post("three"));
        THERE.fail("chat.update", Fault.GARBAGE);
        assertThatThrownBy(() -> slack.update(posted, "four")).isInstanceOf(SlackUnreachable.class);
    }

    @Test
    void isUnreachableWhereNobodyListens() throws Exception {
        slack.close();
        var gone = SlackStub.start();
        var nowhere = gone.url();
        gone.close();
        slack = new WebSlack(new SlackProperties(SlackStub.TOKEN, nowhere, NO_PAUSE), reach());

        assertThatThrownBy(() -> slack.post(post("Figgy is down"))).isInstanceOf(SlackUnreachable.class);
    }

    @Test
    void dividesALongTextWhereItsParagraphsEnd() {
        var paragraphs = List.of("a".repeat(1_400), "b".repeat(1_400), "c".repeat(1_400), "d".repeat(1_400));

        slack.post(post(String.join("\n\n", paragraphs)));

        assertThat(THERE.posts().get(0).blocks())
                .containsExactly(
                        paragraphs.get(0) + "\n\n" + paragraphs.get(1), paragraphs.get(2) + "\n\n" + paragraphs.get(3));
        assertThat(THERE.posts().get(0).fallback())
                .hasSizeLessThanOrEqualTo(4_000)
                .endsWith(Sections.SHORTENED);
        assertThat(THERE.complaints()).isEmpty();
    }

    @Test
    void shortensWhatIsTooLongAndSaysSo() {
        slack.post(post("word ".repeat(10_000)));

        assertThat(THERE.posts().get(0).text())
                .hasSizeBetween(8_000, 9_000)
                .endsWith("word\n… (shortened; the whole is in Ensemble)");
        assertThat(THERE.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"&amp;", "<https://example.com/a|an-example>", "😀"})
    void neverCutsThroughWhatBelongsTogether(String whole) {
        for (var shift = 0; shift < whole.length(); shift++) {
            THERE.reset();
            slack.post(post("x".repeat(shift) + whole.repeat(10_000 / whole.length())));

            var said = THERE.posts().get(0);
            assertThat(said.blocks()).hasSizeGreaterThan(2);
            assertThat(said.blocks()).extracting(block -> rest(block, whole)).containsOnly("");
            assertThat(rest(said.fallback(), whole)).isEmpty();
        }
        assertThat(THERE.complaints()).isEmpty();
    }

    @Test
    void cutsWhatCannotBeKeptWhole() {
        slack.post(post("<" + "x".repeat(5_000) + ">"));

        assertThat(THERE.posts().get(0).text()).hasSizeGreaterThan(5_000);
        assertThat(THERE.complaints()).isEmpty();
    }

    @Test
    void isRefusedNothingToSay() {
        assertThatThrownBy(() -> slack.post(post(" \n")))
                .isInstanceOf(SlackRefused.class)
                .hasMessageContaining("no_text");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            value = {
                "<!channel> <@U012> → &lt;!channel&gt; &lt;@U012&gt;",
                "<https://evil.example|the notes> → &lt;https://evil.example|the notes&gt;",
                "R&D &lt; → R&amp;D &amp;lt;",
                "*bold* _slanted_ ~struck~ → ∗bold∗ ˍslantedˍ ∼struck∼",
                "`code` and ```more``` → ˋcodeˋ and ˋˋˋmoreˋˋˋ",
                "**bold** a*_b_*c → ∗∗bold∗∗ a∗ˍbˍ∗c",
                "db_main 2*3 a~b → db_main 2*3 a~b",
                "é_è_ê → éˍèˍê",
                "a > b → a &gt; b",
                "> not a quotation → › not a quotation",
                "Ça va? 漢字 😀 → Ça va? 漢字 😀",
            })
    void letsOthersNeitherPingNorLinkNorFormat(String entered, String shown) {
        assertThat(SlackText.escape(entered)).isEqualTo(shown);
    }

    @Test
    void letsOthersHideNothing() {
        assertThat(SlackText.escape("a\u202Eb\u2066c\u200Bd\uFEFFe\u00ADf\u0000g\u001Bh\u2060i"))
                .isEqualTo("abcdefghi");
        assertThat(SlackText.escape("a" + Character.toString(0xE0041) + Character.toString(0xE0100) + "\uFE0F\u3164b"))
                .isEqualTo("ab");
        assertThat(SlackText.escape("half a \uD83D character")).isEqualTo("half a  character");
        assertThat(SlackText.escape("<\u200B!channel>")).isEqualTo("&lt;!channel&gt;");
        assertThat(SlackText.escape("a\u200B*b*")).isEqualTo("a*b∗");
    }

    @Test
    void keepsOthersToOneParagraph() {
        assertThat(SlackText.escape("one\ntwo\r\nthree\rfour\u2028five\tsix\u0085seven"))
                .isEqualTo("one two three four five six seven");
        assertThat(SlackText.escape("\n> quoted")).isEqualTo(" › quoted");
        assertThat(SlackText.escape(null)).isEmpty();
    }

    @Test
    void isTheLogWithoutAToken() {
        var log = new SlackDoor().slack(new SlackProperties(" ", "", NO_PAUSE), reach());

        assertThat(log).isInstanceOf(LoggedSlack.class);
        log.checkMaySay("x");
        assertThat(log.post(new Post("x", null, "Figgy is down", "mark", null))).isEqualTo(Posted.NOWHERE);
    }

    @Test
    void keepsTheTokenOutOfLogs() {
        var settings = new SlackProperties("xoxb-secret", "http://127.0.0.1:1/api", NO_PAUSE);

        assertThat(settings.toString()).doesNotContain("secret");
        assertThat(settings.apiUrl()).isEqualTo("http://127.0.0.1:1/api/");
        assertThat(new SlackProperties("", "", NO_PAUSE).apiUrl()).isEqualTo("https://slack.com/api/");
    }

    private WebSlack slack(Duration pause) {
        return new WebSlack(new SlackProperties(SlackStub.TOKEN, THERE.url(), pause), reach(), nanos::get);
    }

    private static Reach reach() {
        return new Reach("slack", true, Clock.systemUTC());
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    private void assertBusyFor(Duration time, String text) {
        assertThatThrownBy(() -> slack.post(post(text)))
                .asInstanceOf(type(SlackBusy.class))
                .extracting(SlackBusy::retryAfter)
                .isEqualTo(time);
    }

    private static Post post(String text) {
        return new Post("#incident_reports", null, text, mark(), null);
    }

    private static Post again(Post post) {
        return new Post(post.channel(), post.thread(), post.text(), post.mark(), Instant.now());
    }

    private static void othersTalk() {
        for (var message = 0; message < 9; message++) {
            THERE.someoneSays(SlackStub.REPORTS, "What is going on?");
        }
    }

    private static String rest(String text, String whole) {
        return text.replace(Sections.SHORTENED, "").replace(whole, "").replaceAll("[x\\s]", "");
    }

    private static String mark() {
        return UUID.randomUUID().toString();
    }
}
