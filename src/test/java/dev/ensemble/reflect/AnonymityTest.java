package dev.ensemble.reflect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Surroundings;
import dev.ensemble.Walk;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Nobody can read who wrote which: tried as every kind of user, on every surface that shows anything, and in the database.
 * Two people answer by turns, and what they wrote is looked for wherever something of theirs could be.
 */
@EnsembleTest
class AnonymityTest {

    private static final String FOR_ALL = "What surprised you?";
    private static final String FOR_ALL_TOO = "What would have made it less stressful?";
    private static final String OF_MODERATOR = "Where did our process help, and where did it stand in the way?";
    private static final String OF_NOTE_TAKER = "What is missing from the timeline that somebody will want to know?";

    /** Whatever the engine lists, of all instances, tasks and users. */
    private static final List<String> LISTS = List.of(
            "variable-instance?deserializeValues=false",
            "execution",
            "event-subscription",
            "incident",
            "job",
            "external-task",
            "task",
            "process-instance",
            "history/variable-instance?deserializeValues=false",
            "history/detail?deserializeValues=false",
            "history/task",
            "history/activity-instance",
            "history/process-instance",
            "history/user-operation",
            "history/identity-link-log",
            "history/job-log",
            "history/incident",
            "history/external-task-log",
            "history/decision-instance?includeInputs=true&includeOutputs=true");

    private static final List<String> OF_TASK = List.of(
            "",
            "/variables?deserializeValues=false",
            "/localVariables?deserializeValues=false",
            "/form-variables?deserializeValues=false",
            "/comment",
            "/attachment",
            "/identity-links");

    private static final List<String> OF_INSTANCE =
            List.of("/variables?deserializeValues=false", "/activity-instances", "/comment");

    private static final List<String> OURS = List.of("", "/timeline");

    @LocalServerPort
    int port;

    @Autowired
    Walk walk;

    @Autowired
    HistoryService history;

    @Autowired
    IdentityService identities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    DataSource database;

    private final String maya = UUID.randomUUID().toString();
    private final String noor = UUID.randomUUID().toString();

    @Test
    void nobodyReadsOnAnySurfaceWhoWroteWhich() {
        bothWrite();
        for (var reader : readers()) {
            readEverything(reader)
                    .forEach((place, text) -> assertThat(text).as(place).doesNotContain(maya, noor));
        }

        walk.complete("scheduleMeeting", "noor", Walk.meetingTomorrow())
                .complete("moveMeeting", "noor", Map.of("what", "begin-now"));

        // Those at the meeting read all that was written, and not by whom.
        var shown = walk.shown("holdMeeting").get("reflections").toString();
        assertThat(shown).contains("a" + maya, "a" + noor, "b" + maya, "b" + noor, "c" + maya, "c" + noor);
        for (var name :
                List.of("Maya", "Noor", "\"maya", "\"noor", "moderator", "note-taker", OF_MODERATOR, OF_NOTE_TAKER)) {
            assertThat(shown).doesNotContain(name);
        }
        for (var reader : readers()) {
            readEverything(reader).forEach((place, text) -> {
                // Only what the task of the meeting shows has the words, in whatever way it is asked for.
                if (!place.contains("ariable") || place.contains("history")) {
                    assertThat(text).as(place).doesNotContain(maya, noor);
                }
            });
        }
    }

    @Test
    void theDatabaseKeepsTheWordsInOnePlaceWithoutAPersonATimeOrAnOrder() throws SQLException {
        bothWrite();

        assertThat(columns("reflection")).containsExactlyInAnyOrder("id", "incident", "question", "answer");
        assertThat(tablesWith(maya)).containsExactly("reflection");
        assertThat(columns("asked_to_reflect")).containsExactlyInAnyOrder("incident", "person");
        assertThat(jdbc.sql("select count(*) from reflection where answer like :own and question is not null")
                        .param("own", "c%" + maya)
                        .query(Integer.class)
                        .single())
                .isZero();
        if (Surroundings.isPostgres()) {
            // The database's own mark of the transaction that wrote a row is the same for both people's.
            assertThat(jdbc.sql("select distinct xmin::text from reflection where incident = :incident")
                            .param("incident", walk.id().number())
                            .query(String.class)
                            .list())
                    .hasSize(1);
        }
    }

    @Test
    void theOrderOfAnswersIsNotThatInWhichTheyCameAndStaysAsItIs() {
        var orders = new LinkedHashSet<List<String>>();
        for (var round = 0; round < 12 && orders.size() < 2; round++) {
            bothWrite();
            walk.complete("scheduleMeeting", "noor", Walk.meetingTomorrow())
                    .complete("moveMeeting", "noor", Map.of("what", "begin-now"));
            var shown = walk.shown("holdMeeting").get("reflections").toString();
            assertThat(walk.shown("holdMeeting").get("reflections")).hasToString(shown);
            orders.add(shown.indexOf("a" + maya) < shown.indexOf("a" + noor) ? List.of("maya") : List.of("noor"));
        }

        // Maya always writes first; twelve times in a row that she is also read first is one in four thousand.
        assertThat(orders).hasSize(2);
    }

    private void bothWrite() {
        walk.restored()
                .completeOwn("reflectAlone", "maya", answers(maya, OF_MODERATOR))
                .completeOwn("reflectAlone", "noor", answers(noor, OF_NOTE_TAKER));
    }

    private static Map<String, Object> answers(String secret, String ofRole) {
        return Map.of(
                "answers",
                List.of(
                        Map.of("question", FOR_ALL, "answer", "a" + secret),
                        Map.of("question", FOR_ALL_TOO, "answer", "b" + secret),
                        Map.of("question", ofRole, "answer", "c" + secret)));
    }

    /** Each a way to ask for a page, with the name of who asks: those who wrote, another, and everybody with more rights. */
    private List<Reader> readers() {
        var readers = new ArrayList<Reader>();
        for (var person : List.of("maya", "noor", "eli", owner(), admin())) {
            readers.add(new Reader(person, "/engine-rest", withHeader(Browser.basic(person, "ensemble"))));
            var browser = new Browser(port);
            browser.login(person, "ensemble");
            readers.add(new Reader(person, "/camunda/api/engine/engine/default", path -> browser.get(path)));
        }
        readers.add(new Reader("a system", "/engine-rest", withHeader("Bearer " + EnsembleTest.API_TOKEN)));
        return readers;
    }

    private Function<String, HttpResponse<String>> withHeader(String authorization) {
        var browser = new Browser(port);
        return path -> browser.get(path, "Authorization", authorization);
    }

    /** What somebody can read, by where it stands. */
    private Map<String, String> readEverything(Reader reader) {
        var read = new TreeMap<String, String>();
        LISTS.forEach(list -> read(read, reader, reader.engine() + "/" + list));
        tasks().forEach(task -> OF_TASK.forEach(part -> read(read, reader, reader.engine() + "/task/" + task + part)));
        instances()
                .forEach(instance -> OF_INSTANCE.forEach(
                        part -> read(read, reader, reader.engine() + "/process-instance/" + instance + part)));
        if (reader.engine().equals("/engine-rest")) {
            OURS.forEach(part -> read(read, reader, "/api/v1/incidents/" + walk.id() + part));
            read(read, reader, "/api/v1/incidents?q=" + maya);
        }
        assertThat(read).isNotEmpty();
        return read;
    }

    private static void read(Map<String, String> read, Reader reader, String path) {
        read.put(path + " as " + reader.person(), reader.asks().apply(path).body());
    }

    /** Also those that are completed. */
    private Set<String> tasks() {
        var tasks = new LinkedHashSet<String>();
        history.createHistoricTaskInstanceQuery()
                .taskDefinitionKey("reflectAlone")
                .processInstanceBusinessKey(walk.id().toString())
                .list()
                .forEach(task -> tasks.add(task.getId()));
        walk.allOpen().forEach(task -> tasks.add(task.getId()));
        return tasks;
    }

    private List<String> instances() {
        return history
                .createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(walk.id().toString())
                .list()
                .stream()
                .map(instance -> instance.getId())
                .toList();
    }

    private List<String> columns(String table) throws SQLException {
        var columns = new ArrayList<String>();
        try (var connection = database.getConnection();
                var row = connection.getMetaData().getColumns(null, null, spelled(table), null)) {
            while (row.next()) {
                columns.add(row.getString("COLUMN_NAME").toLowerCase(Locale.ROOT));
            }
        }
        return columns;
    }

    /** The tables of ours and of the engine in which some text stands, whole or in bytes. */
    private List<String> tablesWith(String text) throws SQLException {
        var found = new ArrayList<String>();
        try (var connection = database.getConnection()) {
            var tables = new ArrayList<String>();
            try (var row = connection
                    .getMetaData()
                    .getTables(null, connection.getSchema(), null, new String[] {"TABLE", "BASE TABLE"})) {
                while (row.next()) {
                    tables.add(row.getString("TABLE_NAME"));
                }
            }
            assertThat(tables).hasSizeGreaterThan(50);
            for (var table : tables) {
                try (var statement = connection.createStatement();
                        var rows = statement.executeQuery("select * from \"" + table + "\"")) {
                    while (rows.next()) {
                        for (var column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                            if (spelled(rows.getObject(column), text)) {
                                found.add(table.toLowerCase(Locale.ROOT));
                            }
                        }
                    }
                }
            }
        }
        return found.stream().distinct().toList();
    }

    private static boolean spelled(Object value, String text) {
        return value instanceof byte[] bytes
                ? new String(bytes, StandardCharsets.ISO_8859_1).contains(text)
                : value != null && value.toString().contains(text);
    }

    private static String spelled(String table) {
        return Surroundings.isPostgres() ? table : table.toUpperCase(Locale.ROOT);
    }

    private String owner() {
        return member("only-owner", "process-owners");
    }

    private String admin() {
        return member("only-admin", "camunda-admin");
    }

    private String member(String id, String group) {
        if (identities.createUserQuery().userId(id).count() == 0) {
            var user = identities.newUser(id);
            user.setPassword("ensemble");
            identities.saveUser(user);
            identities.createMembership(id, group);
        }
        return id;
    }

    private record Reader(String person, String engine, Function<String, HttpResponse<String>> asks) {}
}
