package io.taros.bot;

import io.taros.platform.security.OrganizationId;
import io.taros.platform.sql.CrossOrganization;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Whose a bot is, for whoever has the server's command line and knows nothing but its id. */
@Component
public class BotOwners {
    private final CrossOrganization everybody;

    BotOwners(CrossOrganization everybody) {
        this.everybody = everybody;
    }

    public Optional<OrganizationId> find(Bot.Id bot) {
        return everybody.inTransaction(jdbc ->
                jdbc.sql("select organization_id from bot where id = :bot")
                        .param("bot", bot)
                        .query((row, _) ->
                                new OrganizationId(row.getObject("organization_id", UUID.class)))
                        .optional());
    }
}
