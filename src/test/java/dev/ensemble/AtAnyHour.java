package dev.ensemble;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.test.context.TestPropertySource;

/**
 * The product of a team that works at any hour, so that its tests can run at any hour, too. Its engine has a name of its own:
 * the engine's REST interface finds engines by name, and those of other tests would find this one instead of theirs.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@EnsembleTest
@TestPropertySource(
        properties = {"ensemble.working-hours=MON-SUN 00:00-24:00", "camunda.bpm.process-engine-name=at-any-hour"})
public @interface AtAnyHour {}
