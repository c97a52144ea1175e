package dev.ensemble;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.test.context.TestPropertySource;

/** The product as Prometheus reads it, with figures that are always new. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnsembleTest
@Tag("otherwise-set-up")
@TestPropertySource(
        properties = {
            "ensemble.figures.token=" + ScrapedTest.TOKEN,
            "ensemble.figures.kept-for=0s",
            "ensemble.operate.kept-for=0s",
            // which tests are without otherwise
            "management.prometheus.metrics.export.enabled=true"
        })
public @interface ScrapedTest {

    String TOKEN = "a-token-for-figures";
}
