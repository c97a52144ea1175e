package dev.ensemble.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.beans.factory.config.ConfigurableBeanFactory;
import org.springframework.context.annotation.Scope;
import org.springframework.stereotype.Component;

/** A copy of the process with a change in one file, as a team makes it: incidents that begin from then on run on it. */
@Component
@Scope(ConfigurableBeanFactory.SCOPE_PROTOTYPE)
class ChangedProcess {

    private final Deployer deployer;
    private final RepositoryService repository;
    private final Map<String, byte[]> added = new HashMap<>();
    private Deployment changed;

    ChangedProcess(Deployer deployer, RepositoryService repository) {
        this.deployer = deployer;
        this.repository = repository;
    }

    /** One more file. */
    void add(String file, String content) {
        added.put(file, content.getBytes(StandardCharsets.UTF_8));
    }

    void change(String file, UnaryOperator<String> change) {
        var process = new HashMap<>(deployer.contents());
        var before = new String(process.get(file), StandardCharsets.UTF_8);
        var after = change.apply(before);
        assertThat(after).as("the change of " + file).isNotEqualTo(before);
        process.put(file, after.getBytes(StandardCharsets.UTF_8));
        process.putAll(added);
        var builder = repository.createDeployment().name("changed");
        process.forEach((name, bytes) -> builder.addInputStream("bpmn/" + name, new ByteArrayInputStream(bytes)));
        changed = builder.deploy();
    }

    /** A plan with one more rule at the end of a table. */
    static String with(String plan, String table, String rule) {
        var begin = plan.indexOf("<decision id=\"%s\"".formatted(table));
        var end = plan.indexOf("</decisionTable>", begin);
        return plan.substring(0, end) + rule + plan.substring(end);
    }

    void takeBack() {
        if (changed != null) {
            repository.deleteDeployment(changed.getId(), true, true);
        }
    }
}
