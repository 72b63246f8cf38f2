package io.taros;

import io.taros.organization.BotNames;
import io.taros.organization.Keepers;
import io.taros.organization.web.AuditLogPage;
import io.taros.organization.web.InvitationPage;
import io.taros.organization.web.MemberPage;
import io.taros.organization.web.MembersPage;
import io.taros.organization.web.OrganizationPage;
import io.taros.organization.web.OrganizationsPage;
import io.taros.organization.web.PlaceForm;
import io.taros.organization.web.RoleOption;
import io.taros.organization.web.RolesPage;
import io.taros.organization.web.SuspendedPage;
import io.taros.platform.audit.AuditCheck.Fault;
import io.taros.platform.audit.AuditCheck.Finding;
import io.taros.platform.audit.AuditCheck.Result;
import io.taros.platform.audit.AuditEntry.ActorKind;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Role;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pages about who is in an organization. */
final class SampleOrganization {
    private static final UUID ADA = UUID.fromString("019a0000-0000-7000-8000-0000000000a1");
    private static final String LONG =
            "Night shift and weekend substitutes of the Copenhagen warehouse";

    private SampleOrganization() {}

    static Map<String, View> all() {
        var views = new LinkedHashMap<String, View>();
        members(views);
        roles(views);
        invitations(views);
        audit(views);
        views.put(
                "organization",
                new OrganizationPage(
                        "Tidewater",
                        "en",
                        "Europe/Copenhagen",
                        true,
                        new Keepers.Keeper("Fjord & Thread Digital", "help@fjord.example"),
                        FormErrors.NONE));
        views.put(
                "suspended",
                new SuspendedPage("Tidewater", new Keepers.Keeper("Fjord & Thread", null)));
        views.put("suspended-operator", new SuspendedPage(LONG, null));
        views.put(
                "organizations",
                new OrganizationsPage(
                        List.of(
                                place("Tidewater", Role.OWNER, true),
                                place(LONG, Role.AGENT, false)),
                        List.of(new OrganizationsPage.Door(ADA, LONG)),
                        true,
                        "",
                        FormErrors.NONE));
        views.put(
                "organizations-none",
                new OrganizationsPage(List.of(), List.of(), false, "", FormErrors.NONE));
        return views;
    }

    private static void members(Map<String, View> views) {
        views.put(
                "members",
                new MembersPage(
                        List.of(
                                member("Ada Lovelace", Role.OWNER, null, true),
                                member(LONG, Role.EDITOR, 1, false)),
                        List.of(
                                invited("grace@example.com", false),
                                invited(
                                        "somebody.with.a.long.name@warehouse.copenhagen.example",
                                        true)),
                        10,
                        "",
                        place("AGENT"),
                        null,
                        true,
                        FormErrors.NONE));
        views.put(
                "members-link",
                new MembersPage(
                        List.of(member("Ada Lovelace", Role.OWNER, null, true)),
                        List.of(),
                        null,
                        "not an address",
                        place("AGENT"),
                        "https://taros.example/invitations/invitation_9f3sQnV0cZxL4tYw7RmBkA_2pHdUeXo8iJ5gT6vNy9f3sQnV0cZxL4tYw7RmBkA2",
                        false,
                        FormErrors.NONE
                                .text("email", "account.input.email")
                                .text("role", "organization.input.role-beyond")
                                .text("bots", "organization.input.bots")));
        views.put(
                "member",
                new MemberPage(
                        ADA, "Ada Lovelace", "ada@example.com", place("ADMIN"), FormErrors.NONE));
    }

    private static void roles(Map<String, View> views) {
        var grantable = Arrays.stream(Permission.values()).filter(Permission::isGrantable).toList();
        views.put(
                "roles",
                new RolesPage(
                        List.of(
                                own("Desk", Permission.CONVERSATION_READ),
                                own(LONG, Permission.BOT_READ)),
                        grantable,
                        new RolesPage.Draft(null, "", Set.of(), FormErrors.NONE)));
        views.put(
                "roles-wrong",
                new RolesPage(
                        List.of(),
                        grantable,
                        new RolesPage.Draft(
                                ADA,
                                "Desk",
                                Set.of("BOT_READ"),
                                FormErrors.NONE
                                        .text("form", "organization.input.role-used")
                                        .text("name", "organization.input.role-taken"))));
    }

    private static void invitations(Map<String, View> views) {
        for (var reader : InvitationPage.Reader.values()) {
            views.put(
                    "invitation-" + reader.name().toLowerCase(Locale.ROOT),
                    new InvitationPage(
                            "invitation_9f3sQnV0cZxL4tYw7RmBkA_2pHdUeXo8iJ5gT6vNy9f3sQnV0cZx",
                            "Tidewater",
                            "ada@example.com",
                            new RoleOption("EDITOR", null),
                            reader,
                            new InvitationPage.Texts(
                                    "https://taros.example/terms", "https://taros.example/privacy"),
                            SampleAccount.PROVIDERS,
                            "",
                            FormErrors.NONE.text("age", "account.age.needed")));
        }
        views.put("invitation-gone", InvitationPage.gone());
    }

    private static void audit(Map<String, View> views) {
        var rows =
                List.of(
                        row("member.changed", "Ada Lovelace", Map.of("role", "EDITOR → ADMIN")),
                        row(
                                "access.refused",
                                LONG,
                                Map.of(
                                        "route",
                                        "POST /settings/members/{account}/removal",
                                        "permission",
                                        "MEMBER_MANAGE")),
                        row("source.added", null, Map.of("kind", "WEBSITE")));
        views.put("audit-log", audit(rows, null));
        views.put("audit-log-empty", audit(List.of(), new Result(1_204, 12, 1_200, List.of())));
        views.put(
                "audit-log-broken",
                audit(
                        rows,
                        new Result(
                                1_204,
                                12,
                                1_200,
                                Arrays.stream(Fault.values())
                                        .map(fault -> new Finding(1_100, fault))
                                        .toList())));
    }

    private static AuditLogPage audit(List<AuditLogPage.Row> rows, @Nullable Result check) {
        return new AuditLogPage(
                rows,
                new AuditLogPage.Asked("member", ADA.toString(), "2026-11-01", "", ""),
                List.of("account", "member"),
                List.of(new AuditLogPage.Person(ADA, "Ada Lovelace")),
                1_100L,
                "area=member",
                check);
    }

    private static AuditLogPage.Row row(
            String action, @Nullable String actor, Map<String, String> detail) {
        return new AuditLogPage.Row(
                1_204,
                SampleViews.NOW.minus(Duration.ofHours(3)),
                actor == null ? ActorKind.API_KEY : ActorKind.MEMBER,
                actor,
                action,
                "account",
                ADA,
                detail,
                "5f1c9a0e77b24c0a9d3f1e2b4c5d6e7f");
    }

    private static RolesPage.Own own(String name, Permission permission) {
        return new RolesPage.Own(ADA, name, Set.of(permission), true);
    }

    private static PlaceForm place(String chosen) {
        return new PlaceForm(
                Stream.concat(
                                Arrays.stream(Role.values())
                                        .map(role -> new RoleOption(role.name(), null)),
                                Stream.of(new RoleOption(ADA.toString(), LONG)))
                        .toList(),
                chosen,
                List.of(
                        new BotNames.Named(SampleViews.ROBIN, "Robin"),
                        new BotNames.Named(
                                SampleViews.SECOND, "Robin of the warehouse and its returns")),
                Set.of(SampleViews.ROBIN.toString()));
    }

    private static MembersPage.Row member(
            String name, Role role, @Nullable Integer limit, boolean isSelf) {
        return new MembersPage.Row(
                ADA,
                name,
                name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@example.com",
                new RoleOption(role.name(), null),
                limit,
                SampleViews.NOW.minus(Duration.ofDays(40)),
                isSelf,
                true);
    }

    private static MembersPage.Invited invited(String email, boolean isOver) {
        return new MembersPage.Invited(
                ADA,
                email,
                new RoleOption("AGENT", null),
                SampleViews.NOW.plus(Duration.ofDays(6)),
                isOver);
    }

    private static OrganizationsPage.Place place(String name, Role role, boolean isHere) {
        return new OrganizationsPage.Place(ADA, name, new RoleOption(role.name(), null), isHere);
    }
}
