package dev.ensemble.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.RepositoryService;
import org.springframework.stereotype.Component;

/** A team's own copy of the process folder, deployed as the next version until all are taken back. */
@Component
class Changed {

    private final Deployer deployer;
    private final RepositoryService repository;

    private Map<String, byte[]> files;
    private final Deque<String> deployments = new ArrayDeque<>();

    Changed(Deployer deployer, RepositoryService repository) {
        this.deployer = deployer;
        this.repository = repository;
    }

    /** Ours, as it is. */
    Changed copy() {
        files = new HashMap<>(deployer.contents());
        return this;
    }

    Changed change(String file, UnaryOperator<String> change) {
        var before = new String(files.get(file), StandardCharsets.UTF_8);
        var after = change.apply(before);
        assertThat(after).as("the change of " + file).isNotEqualTo(before);
        return add(file, after);
    }

    Changed add(String file, String text) {
        files.put(file, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    void deploy() {
        var builder = repository.createDeployment().name("changed");
        files.forEach((name, bytes) -> builder.addInputStream("bpmn/" + name, new ByteArrayInputStream(bytes)));
        deployments.push(builder.deploy().getId());
    }

    void takeBack() {
        while (!deployments.isEmpty()) {
            repository.deleteDeployment(deployments.pop(), true, true);
        }
    }

    /** The plan with one more rule at the end of a table. */
    static String with(String plan, String table, String rule) {
        var begin = plan.indexOf("<decision id=\"%s\"".formatted(table));
        var end = plan.indexOf("</decisionTable>", begin);
        return plan.substring(0, end) + rule + plan.substring(end);
    }
}
