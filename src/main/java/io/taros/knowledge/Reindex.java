package io.taros.knowledge;

import io.taros.platform.command.Command;
import io.taros.platform.command.Options;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.search.EmbeddingFailed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The command that builds the index anew from PostgreSQL. */
@Component
class Reindex implements Command {
    private final RebuildIndexes indexes;
    private final JsonMapper json;

    Reindex(RebuildIndexes indexes, JsonMapper json) {
        this.indexes = indexes;
        this.json = json;
    }

    @Override
    public String name() {
        return "reindex";
    }

    @Override
    public int run(Options options) {
        Optional<List<OrganizationId>> asked = asked(options);
        if (asked.isEmpty()) {
            System.err.println("--organization takes the id of one organization.");
            return 2;
        }
        try {
            asked.get().forEach(organization -> Tenancy.runAs(organization, indexes::one));
        } catch (EmbeddingFailed failed) {
            System.err.println(
                    failed.getMessage() + ". The server embeds what is missing as soon as it can.");
            return 1;
        }
        int count = asked.get().size();
        System.out.println(
                options.has("json")
                        ? json.writeValueAsString(Map.of("organizations", count))
                        : "Rebuilt the index of %d organization(s).".formatted(count));
        return 0;
    }

    private Optional<List<OrganizationId>> asked(Options options) {
        if (!options.has("organization")) {
            return Optional.of(indexes.organizations());
        }
        try {
            return options.find("organization").map(OrganizationId::of).map(List::of);
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }
}
