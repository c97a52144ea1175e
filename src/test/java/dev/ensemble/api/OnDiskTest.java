package dev.ensemble.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ensemble.api.Once.Done;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.transaction.support.TransactionTemplate;

/** An answer that H2 shows and has not written yet, as for a moment under load, is written before it is given again. */
class OnDiskTest {

    private static final String NEVER_BY_ITSELF = ";WRITE_DELAY=100000000";

    @TempDir
    private Path folder;

    private Connection keepsItOpen;
    private Once once;

    @BeforeEach
    void start() throws Exception {
        var database = database("running" + NEVER_BY_ITSELF);
        keepsItOpen = database.getConnection();
        var jdbc = JdbcClient.create(database);
        new ResourceDatabasePopulator(new ClassPathResource("db/migration/V20__idempotency_key.sql")).execute(database);
        jdbc.sql("checkpoint").update();
        once = new Once(
                new IdempotencyKeys(jdbc, Clock.systemUTC()),
                new OnDisk(database, jdbc),
                new TransactionTemplate(new DataSourceTransactionManager(database)),
                new ObjectMapper());
    }

    @AfterEach
    void stop() throws Exception {
        keepsItOpen.close();
    }

    @Test
    void survivesAKillOnceItIsGivenAgain() throws Exception {
        var first = answer();
        assertThat(answersAfterAKill()).isZero();

        assertThat(answer()).isEqualTo(first);

        assertThat(answersAfterAKill()).isOne();
    }

    private IdempotencyKeys.Answer answer() {
        return once.answer(
                "rosa",
                "a key",
                Map.of("summary", "Pages are empty"),
                () -> new Done("/api/v1/incidents/INC-1", Map.of("id", "INC-1")));
    }

    /** What the file says as it is now. */
    private int answersAfterAKill() throws Exception {
        Files.deleteIfExists(folder.resolve("killed.mv.db"));
        Files.copy(folder.resolve("running.mv.db"), folder.resolve("killed.mv.db"));
        return JdbcClient.create(database("killed"))
                .sql("select count(*) from idempotency_key where answer is not null")
                .query(Integer.class)
                .single();
    }

    private DataSource database(String name) {
        var database = new JdbcDataSource();
        database.setURL("jdbc:h2:file:" + folder.toAbsolutePath() + "/" + name);
        return database;
    }
}
