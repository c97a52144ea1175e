package dev.ensemble.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensemble.EnsembleTest;
import dev.ensemble.Past;
import dev.ensemble.incident.Corrections;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Refused;
import dev.ensemble.incident.Report;
import dev.ensemble.incident.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same questions, the same answers: this class runs on H2 and on PostgreSQL. */
@EnsembleTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LibraryTest {

    private static final Instant BEGIN = Instant.parse("2001-03-01T12:00:00Z");
    private static final Instant END = Instant.parse("2001-06-01T00:00:00Z");

    @Autowired
    ObjectProvider<Past> past;

    @Autowired
    Library library;

    @Autowired
    Timeline timeline;

    @Autowired
    Corrections corrections;

    @Autowired
    JdbcClient jdbc;

    private final Map<String, IncidentId> named = new TreeMap<>();

    @BeforeAll
    void fillTheShelves() {
        shelve("racks", 1, "Figgy", "Readers see an error on every page")
                .causes("Both upstream hosts stood in one rack", "The load balancer had no third host")
                .lessons("Ask where a machine stands")
                .found("nginx says: upstream timed out (110: Connection timed out) while connecting to 10.0.0.5:8080");
        shelve("proxy", 2, "Catalog", "EZproxy refuses every login; ÄRGER im Lesesaal, Straße 5")
                .causes("The certificate of EZproxy had expired")
                .lessons("Certificates expire on Sundays")
                .promised("Renew certificates by machine", "declined", Duration.ofDays(20), Duration.ofDays(21))
                .held("interpreter", "ines", Duration.ofMinutes(5));
        shelve("tables", 3, "Figgy", "Uploads fail")
                .causes("db_main ran out of connections")
                .found(
                        "ERROR: FATAL: remaining connection slots are reserved for non-replication superuser connections")
                .found("jdbc:postgresql://db-main.example.org/figgy; user='figgy'; drop table incident; --")
                .promised("Set a limit per host", "ended", Duration.ofDays(20), Duration.ofDays(10))
                .held("interpreter", "sam", Duration.ofMinutes(5));
        shelve("twins", 4, "Catalog", "Search is slow on the café page")
                .causes("Solr's heap was too small: java.lang.OutOfMemoryError")
                .lessons("99.9% is not a plan", "C++ and C# are words too")
                .found("Одна из двух машин молчит")
                .found("検索が遅い");
        shelve("drill", 5, "Figgy", "Practised: hosts in one rack").is("drill = true");
        shelve("secret", 6, "Figgy", "Kept to a few: hosts in one rack").is("restricted = true");
        shelve("again", 7, "Figgy", "One of the hosts is gone").found("The rack lost power, says facilities");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '¦',
            quoteCharacter = '\u0000',
            value = {
                // words, whatever their case, number and order; a cause that says it all comes first
                "rack                           ¦ racks again",
                "RACK                           ¦ racks again",
                "racks                          ¦ racks again",
                "host rack                      ¦ racks again",
                "rack hosts both                ¦ racks",
                "certificates                   ¦ proxy",
                "machine                        ¦ racks proxy",
                // of the whole incident, not of one part
                "figgy rack                     ¦ racks again",
                "certificate interpreter        ¦",
                "certificate lesesaal           ¦ proxy",
                // accents and what German makes of them
                "arger                          ¦ proxy",
                "ÄRGER                          ¦ proxy",
                "a\u0308rger                    ¦ proxy",
                "strasse                        ¦ proxy",
                "STRASSE                        ¦ proxy",
                "straße 5                       ¦ proxy",
                "cafe                           ¦ twins",
                // other letters
                "МОЛЧИТ                         ¦ twins",
                "検索が遅い                       ¦ twins",
                // names of the trade
                "ezproxy                        ¦ proxy",
                "EZproxy                        ¦ proxy",
                "ez                             ¦",
                "ezp*                           ¦ proxy",
                "db_main                        ¦ tables",
                "db-main                        ¦ tables",
                "db_main.example.org            ¦ tables",
                "OutOfMemory*                   ¦ twins",
                "java.lang.OutOfMemoryError     ¦ twins",
                "c++                            ¦ twins",
                "C#                             ¦ twins",
                // messages as they stand in logs
                "upstream timed out (110: Connection timed out)  ¦ racks",
                "10.0.0.5                       ¦ racks",
                "10.0.0.5:8080                  ¦ racks",
                "10.0.0.6                       ¦",
                "FATAL: remaining connection slots are reserved  ¦ tables",
                "99.9%                          ¦ twins",
                "%                              ¦ refused",
                "*                              ¦ refused",
                "--                             ¦ refused",
                "ra*                            ¦ refused",
                // beginnings of words
                "connec*                        ¦ tables racks",
                "certif* exp*                   ¦ proxy",
                "rack*                          ¦ racks again",
                "racks*                         ¦",
                "ack*                           ¦",
                // follow-ups
                "renew certificates by machine  ¦ proxy",
                "limit per host                 ¦ tables",
                // nobody's way around it
                "'                              ¦ refused",
                "' or 1=1 --                    ¦",
                "rack' | 'proxy                 ¦",
                "rack & ! host                  ¦ racks again",
                "rack:* host:A                  ¦ racks",
                "\\' ; drop table incident; --  ¦ tables",
                "rack\u0000host                 ¦",
                "{rack} <host> (both) \"rack\"  ¦ racks",
            })
    void findsTheSameOnBothDatabases(String words, String expected) {
        if ("refused".equals(expected)) {
            assertThatThrownBy(() -> found(words)).isInstanceOf(Refused.class);
        } else {
            assertThat(found(words)).containsExactly(expected == null ? new String[0] : expected.split(" "));
        }
    }

    @Test
    void findsAnIncidentByItsNumber() {
        assertThat(found(named.get("tables").toString())).contains("tables");
        assertThat(found("inc-%d".formatted(named.get("tables").number()))).contains("tables");
    }

    @Test
    void asksForServiceCauseRoleAndTime() {
        assertThat(names(search(null, null, "Catalog", null, null))).containsExactly("twins", "proxy");
        assertThat(names(search("rack", null, "Catalog", null, null))).isEmpty();
        assertThat(names(search(null, "rack", null, null, null))).containsExactly("racks");
        assertThat(names(search(null, "timed", null, null, null))).isEmpty();
        assertThat(names(search("error", "connec*", null, null, null))).containsExactly("tables");
        assertThat(names(search(null, null, null, "interpreter", null))).containsExactly("tables", "proxy");
        assertThat(names(search("ezproxy", null, null, "interpreter", null))).containsExactly("proxy");
        assertThat(names(new Search("rack", null, null, null, BEGIN.plus(Duration.ofDays(2)), END, null)))
                .containsExactly("again");
        assertThat(names(new Search("rack", null, null, null, BEGIN, BEGIN.plus(Duration.ofDays(2)), null)))
                .containsExactly("racks");
    }

    @Test
    void showsWhereTheWordsStand() {
        assertThat(hit("rack both")).extracting(Hit::where).isEqualTo("cause");
        assertThat(hit("rack both")).extracting(Hit::excerpt).isEqualTo("Both upstream hosts stood in one rack");
        assertThat(hit("sundays")).extracting(Hit::where).isEqualTo("lesson");
        assertThat(hit("uploads")).extracting(Hit::where).isEqualTo("summary");
        assertThat(hit("renew")).extracting(Hit::where).isEqualTo("follow-up");
        assertThat(hit("facilities")).extracting(Hit::where).isEqualTo("finding");
        assertThat(hit("reserved")).extracting(Hit::excerpt).asString().contains("slots are reserved for");
        assertThat(hit("connecting 8080 nginx"))
                .extracting(Hit::excerpt)
                .asString()
                .startsWith("nginx says");
    }

    @Test
    void cutsWhatIsLongAroundTheWord() {
        var wordy = shelve("long", 80, "Figgy", "Much was written")
                .found("word ".repeat(300) + "needle\n\nin the 𝒳 " + "hay ".repeat(300));

        var hit = library.find(new Search("needle", null, null, null, null, null, null), 1)
                .hits()
                .get(0);

        assertThat(hit.incident().id()).isEqualTo(wordy.id());
        assertThat(hit.excerpt())
                .startsWith("…")
                .endsWith("…")
                .contains("word needle in the 𝒳 hay")
                .hasSizeLessThan(200);
    }

    @Test
    void goesOnWhereAPageEnded() {
        var pages = new ArrayList<String>();
        String cursor = null;
        do {
            var page = library.find(new Search("hos*", null, null, null, BEGIN, END, cursor), 1);
            pages.addAll(page.hits().stream().map(this::name).toList());
            cursor = page.next();
        } while (cursor != null);

        assertThat(pages).containsExactly("racks", "again", "tables");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0.INC-999999999", "7.INC-1", "0.SEC", "0.INC-1' or '1'='1"})
    void knowsNoPageThatItDidNotGive(String cursor) {
        assertThatThrownBy(() -> library.find(new Search("rack", null, null, null, null, null, cursor), 1))
                .hasMessageContaining("cursor: Give the `next` of the page before");
    }

    @Test
    void findsWhatWasWrittenAMomentAgoAndWhatWasPutRight() {
        var fresh = shelve("fresh", 70, "Figgy", "Something new");
        assertThat(found("zeppelin")).isEmpty();

        var finding = timeline.found(fresh.id(), "eli", "A zeppelin", null);
        assertThat(found("zeppelin")).containsExactly("fresh");

        corrections.correct(fresh.id(), finding.id(), "eli", null, "An airship", entry -> {});
        assertThat(found("zeppelin")).isEmpty();
        assertThat(found("airships")).containsExactly("fresh");
    }

    @Test
    void keepsSilentAboutDrillsAndWhatIsKeptToAFew() {
        assertThat(found("practised")).isEmpty();
        assertThat(found("kept few")).isEmpty();
        assertThat(names(search(null, null, "Figgy", null, null)))
                .contains("again", "racks")
                .doesNotContain("drill", "secret");
        shelve("open", 71, "Figgy", "Open at first: quokka");
        assertThat(found("quokka")).containsExactly("open");
        restrict("open");
        assertThat(found("quokka")).isEmpty();
        timeline.found(named.get("open"), "eli", "Seen once more", null);
        assertThat(found("quokka")).isEmpty();
        assertThat(jdbc.sql("select count(*) from library_text where incident in (:kept)")
                        .param(
                                "kept",
                                List.of(
                                        named.get("secret").number(),
                                        named.get("open").number()))
                        .query(Integer.class)
                        .single())
                .as("words of what is kept to a few")
                .isZero();
    }

    @Test
    void takesWhatIsHuge() {
        var huge = shelve("huge", 72, "Figgy", "Huge");
        var lines = Stream.iterate(1, line -> line + 1)
                .limit(60)
                .map(line -> Stream.iterate(1, word -> word + 1)
                        .limit(300)
                        .map(word -> "w%dx%d".formatted(line, word))
                        .reduce((one, other) -> one + " " + other)
                        .orElseThrow());
        lines.forEach(line -> timeline.found(huge.id(), "eli", line, null));
        timeline.found(huge.id(), "eli", "x".repeat(4000), null);

        assertThat(found("w1x1 w60x1")).containsExactly("huge");
        assertThat(found("x".repeat(300))).containsExactly("huge");
        assertThatThrownBy(() -> found("x".repeat(501))).hasMessageContaining("Keep it to 500 characters");
        assertThatThrownBy(() -> found("a ".repeat(21))).hasMessageContaining("at most 20 words");
    }

    private Past shelve(String name, int day, String service, String summary) {
        var one = past.getObject()
                .reported(
                        BEGIN.plus(Duration.ofDays(day - 1)),
                        new Report(service, "down", summary, "rosa", false, false));
        named.put(name, one.id());
        return one;
    }

    private void restrict(String name) {
        jdbc.sql("update incident set restricted = true where number = :number")
                .param("number", named.get(name).number())
                .update();
    }

    private List<String> found(String words) {
        return names(search(words, null, null, null, null));
    }

    private Hit hit(String words) {
        return library.find(search(words, null, null, null, null), 1).hits().get(0);
    }

    private static Search search(String words, String cause, String service, String role, String cursor) {
        return new Search(words, cause, service, role, BEGIN, END, cursor);
    }

    private List<String> names(Search search) {
        return library.find(search, 50).hits().stream().map(this::name).toList();
    }

    private String name(Hit hit) {
        return named.entrySet().stream()
                .filter(entry -> entry.getValue().equals(hit.incident().id()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(hit.incident().id().toString());
    }
}
