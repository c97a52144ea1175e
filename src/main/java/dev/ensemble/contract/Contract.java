package dev.ensemble.contract;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands at the beginning of the contract. What stands in it is in the code of each operation. */
@Configuration
class Contract {

    /** People, by user name and password. */
    static final String PERSON = "person";

    /** Other systems, by the token of the settings. */
    static final String TOKEN = "token";

    /** What sends alerts, by the token of its source. */
    static final String SOURCE = "source";

    private static final String ABOUT = """
        Incidents from the report to the last follow-up. What is refused is answered with `application/problem+json` (RFC 9457): \
        `title` and `detail` say what is wrong and what would do, `errors` names each field. Times are UTC, ISO-8601, \
        like `2026-11-23T03:12:00Z`; a time that you send may have another offset. Days are where the team is. What is not \
        there, or not yet, is left out. People are user ids. What is restricted is not there for whoever may not see it.

        Lists that grow have `limit` and `next`: ask for `cursor=` with the `next` of the page before, until there is none. \
        What arrives meanwhile moves nothing that is still to come.\
        """;

    @Bean
    OpenAPI whatIsNotInTheCode() {
        return new OpenAPI()
                .info(new Info().title("Ensemble").version("v1").description(ABOUT))
                .servers(List.of(new Server().url("/").description("Where this was read")))
                .components(new Components()
                        .addSecuritySchemes(
                                PERSON,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("basic")
                                        .description("User name and password of a person."))
                        .addSecuritySchemes(
                                SOURCE,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("The token of a source of alerts, see `POST /alert-sources`."))
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("The token of another system, see `ENSEMBLE_API_TOKEN`.")));
    }

    /** The library asks its own customizers in no order. */
    @Bean
    OpenApiCustomizer whatTheCodeDoesNotTell(List<Addition> additions) {
        return contract -> additions.forEach(addition -> addition.to(contract));
    }

    @Bean
    ModelResolver schemasByTheirNames(ObjectMapperProvider json) {
        return new ModelResolver(json.jsonMapper(), new SchemaNames()).openapi31(json.isOpenapi31());
    }
}
