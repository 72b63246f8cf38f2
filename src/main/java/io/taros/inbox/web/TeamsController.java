package io.taros.inbox.web;

import io.taros.account.Account;
import io.taros.handover.Team;
import io.taros.handover.Teams;
import io.taros.inbox.Colleagues;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The teams to which conversations are left. */
@Controller
@RequestMapping("/inbox/teams")
class TeamsController {
    record Form(@Nullable String name, @Nullable List<@Nullable UUID> member) {
        private String word() {
            return name == null ? "" : name;
        }

        private Set<UUID> chosen() {
            return member == null
                    ? Set.of()
                    : member.stream().filter(Objects::nonNull).collect(Collectors.toSet());
        }

        private List<Account.Id> accounts() {
            return chosen().stream().map(Account.Id::new).toList();
        }
    }

    private final Teams teams;
    private final Colleagues colleagues;

    TeamsController(Teams teams, Colleagues colleagues) {
        this.teams = teams;
        this.colleagues = colleagues;
    }

    @GetMapping
    @Requires(Permission.CONVERSATION_REPLY)
    TeamsPage list() {
        return page(form("", Set.of(), FormErrors.NONE));
    }

    @PostMapping
    @Requires(Permission.CONVERSATION_REPLY)
    View add(Form form) {
        try {
            teams.add(form.word(), form.accounts());
            return new Redirect("/inbox/teams");
        } catch (BadInput refused) {
            return page(form(form.word(), form.chosen(), FormErrors.of(refused)));
        }
    }

    @GetMapping("/{id}")
    @Requires(Permission.CONVERSATION_REPLY)
    TeamPage one(@PathVariable UUID id) {
        var team = teams.get(new Team.Id(id));
        var members = team.members().stream().map(Account.Id::value).collect(Collectors.toSet());
        return new TeamPage(id, team.name(), form(team.name(), members, FormErrors.NONE));
    }

    @PostMapping("/{id}")
    @Requires(Permission.CONVERSATION_REPLY)
    View change(@PathVariable UUID id, Form form) {
        var team = teams.get(new Team.Id(id));
        try {
            teams.change(team.id(), form.word(), form.accounts());
            return new Redirect("/inbox/teams");
        } catch (BadInput refused) {
            return new TeamPage(
                    id, team.name(), form(form.word(), form.chosen(), FormErrors.of(refused)));
        }
    }

    @PostMapping("/{id}/removal")
    @Requires(Permission.CONVERSATION_REPLY)
    Redirect remove(@PathVariable UUID id) {
        teams.remove(new Team.Id(id));
        return new Redirect("/inbox/teams");
    }

    private TeamsPage page(TeamForm form) {
        var all = teams.list();
        var names =
                colleagues.names(
                        all.stream().flatMap(team -> team.members().stream()).distinct().toList());
        return new TeamsPage(
                all.stream()
                        .map(team ->
                                new TeamsPage.Row(
                                        team.id().value(),
                                        team.name(),
                                        team.members().stream().map(names).sorted().toList()))
                        .toList(),
                form);
    }

    private TeamForm form(String name, Set<UUID> members, FormErrors errors) {
        return new TeamForm(
                name,
                members,
                colleagues.list().stream()
                        .map(one -> new InboxPage.Choice(one.id().value(), one.name()))
                        .toList(),
                errors);
    }
}
