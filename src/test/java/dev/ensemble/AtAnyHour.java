package dev.ensemble;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.springframework.test.context.TestPropertySource;

/**
 * The product of a team that works at any hour, so that its tests can run at any hour, too. Such tests have no
 * pages and use no REST interface of the engine: of these there is one set for all products of a run.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@EnsembleTest
@Tag("otherwise-set-up")
@TestPropertySource(properties = {"ensemble.working-hours=MON-SUN 00:00-24:00"})
public @interface AtAnyHour {}
