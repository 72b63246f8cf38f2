package io.taros.conversation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taros.account.Account;
import io.taros.handover.Team;
import io.taros.handover.Teams;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.Page;
import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Teams, for programs that read to whom conversations are left. */
@RestController
@Tag(name = "Conversations")
class TeamsApi {
    private final Teams teams;

    TeamsApi(Teams teams) {
        this.teams = teams;
    }

    @Schema(name = "Team")
    record One(
            UUID id,
            String name,
            @Schema(description = "The accounts that are in it") List<UUID> members) {
        private static One of(Team team) {
            return new One(
                    team.id().value(),
                    team.name(),
                    team.members().stream().map(Account.Id::value).toList());
        }
    }

    @GetMapping("/api/v1/teams")
    @Requires(Permission.CONVERSATION_READ)
    @Operation(operationId = "listTeams", summary = "List teams")
    Page<One> list() {
        return new Page<>(
                teams.list().stream().map(One::of).toList(), new Page.Pagination(null, false));
    }
}
