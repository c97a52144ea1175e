package dev.ensemble.contract;

import io.swagger.v3.oas.models.Operation;
import java.util.List;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.method.HandlerMethod;

/** Operations are called as their methods are, after their class, so that no name hangs on which is found first. */
@Component
class OperationNames implements OperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        var about = method.getBeanType().getSimpleName().replaceFirst("(?<=.)Api$", "");
        operation.setOperationId(StringUtils.uncapitalize(about)
                + StringUtils.capitalize(method.getMethod().getName()));
        operation.setTags(List.of(inWords(about)));
        return operation;
    }

    /** {@code FollowUps} is {@code Follow ups}. */
    static String inWords(String name) {
        return StringUtils.capitalize(
                name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase());
    }
}
