package io.taros.platform.web;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.taros.platform.security.Caller;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.stereotype.Component;

/** What the description of the REST interface says about every call: its key, and how it fails. */
@Component
class ApiDescription implements OpenApiCustomizer {
    private static final String KEY = "apiKey";
    private static final String PROBLEM = "Problem";
    private static final List<Problem> EVERYWHERE =
            List.of(
                    Problem.BAD_REQUEST,
                    Problem.UNAUTHENTICATED,
                    Problem.FORBIDDEN,
                    Problem.NOT_FOUND,
                    Problem.TOO_LARGE,
                    Problem.INVALID,
                    Problem.OVER_LIMIT);

    ApiDescription() {
        // Who calls is seen from the key, not sent along.
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class);
    }

    @Override
    public void customise(OpenAPI api) {
        api.info(
                new Info()
                        .title("Taros")
                        .version("v1")
                        .description(
                                "Teach a bot, ask it, read what people asked. Send an API key as a bearer token; send an"
                                        + " Idempotency-Key to get the same result again after a lost connection.")
                        .license(new License().name("Apache-2.0").identifier("Apache-2.0")));
        var components = api.getComponents() == null ? new Components() : api.getComponents();
        components.addSecuritySchemes(
                KEY, new SecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer"));
        components.addSchemas(PROBLEM, problem());
        api.components(components).addSecurityItem(new SecurityRequirement().addList(KEY));
        if (api.getPaths() != null) {
            api.getPaths().values().stream()
                    .flatMap(path -> path.readOperations().stream())
                    .forEach(ApiDescription::failures);
        }
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .description("What went wrong (RFC 9457)")
                .addProperty("type", new StringSchema().format("uri"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty(
                        "detail",
                        new StringSchema().description("One sentence that says what to do"))
                .addProperty(
                        "field", new StringSchema().description("The field it is about, if one"));
    }

    private static void failures(Operation operation) {
        for (var problem : EVERYWHERE) {
            var status = String.valueOf(problem.status().value());
            if (!operation.getResponses().containsKey(status)) {
                operation.getResponses().addApiResponse(status, failure(problem));
            }
        }
    }

    private static ApiResponse failure(Problem problem) {
        var schema = new Schema<>().$ref("#/components/schemas/" + PROBLEM);
        return new ApiResponse()
                .description(problem.title())
                .content(
                        new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType().schema(schema)));
    }
}
