package dev.ensemble;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole product on a free port, on the database that this run is about, with the example people and a strict Slack. The
 * engine's clockwork is off: a {@link Walk} rings each timer and runs each step by name.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "camunda.bpm.job-execution.enabled=false",
            "ensemble.api-token=" + EnsembleTest.API_TOKEN,
            "ensemble.password-rounds=1000",
            "ensemble.library.catches-up-every=1h",
            // A test that has it fail the next call means its own.
            "ensemble.operate.looks-first-after=1h"
        })
@ActiveProfiles("example")
@ContextConfiguration(initializers = Surroundings.class)
public @interface EnsembleTest {

    String API_TOKEN = "a-token-for-tests";
}
