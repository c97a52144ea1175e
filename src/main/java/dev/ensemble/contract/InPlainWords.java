package dev.ensemble.contract;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.tags.Tag;
import java.util.Comparator;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** What the javadoc says, as the contract writes it: CommonMark instead of HTML, on one line, and nothing twice. */
@Component
@Order(1)
class InPlainWords implements Addition {

    @Override
    public void to(OpenAPI contract) {
        Everywhere.schemas(contract, schema -> schema.setDescription(plain(schema.getDescription())));
        Everywhere.calls(contract).map(Everywhere.Call::operation).forEach(operation -> {
            operation.setSummary(plain(operation.getSummary()));
            operation.setDescription(plain(operation.getDescription()));
            if (operation.getSummary() != null && operation.getSummary().equals(operation.getDescription())) {
                operation.setDescription(null);
            }
            if (operation.getParameters() != null) {
                operation.getParameters().removeIf(parameter -> "Accept".equalsIgnoreCase(parameter.getName()));
                operation
                        .getParameters()
                        .forEach(parameter -> parameter.setDescription(plain(parameter.getDescription())));
            }
        });
        if (contract.getTags() != null) {
            contract.getTags().forEach(InPlainWords::tag);
            contract.getTags().sort(Comparator.comparing(Tag::getName));
        }
    }

    /** They come as {@code follow-ups-api}. */
    private static void tag(Tag tag) {
        tag.setName(
                StringUtils.capitalize(tag.getName().replaceFirst("-api$", "").replace('-', ' ')));
        tag.setDescription(plain(tag.getDescription()));
    }

    private static String plain(String javadoc) {
        return javadoc == null
                ? null
                : javadoc.replaceAll("</?code>", "`")
                        .replaceAll("<[^>]+>", "")
                        .replaceAll("\\s+", " ")
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&amp;", "&")
                        .strip();
    }
}
