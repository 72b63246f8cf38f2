package io.taros;

import io.taros.organization.web.AuditLogPage;
import io.taros.platform.audit.AuditEntry.ActorKind;
import io.taros.platform.security.StaffRole;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import io.taros.staff.web.AccessRow;
import io.taros.staff.web.AccessRow.Eyes;
import io.taros.staff.web.AccessRow.State;
import io.taros.staff.web.OrganizationFactsPage;
import io.taros.staff.web.OrganizationListPage;
import io.taros.staff.web.PartnerListPage;
import io.taros.staff.web.RequestsPage;
import io.taros.staff.web.SignOutPage;
import io.taros.staff.web.StaffAccessPage;
import io.taros.staff.web.StaffLogPage;
import io.taros.staff.web.StaffMembersPage;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The staff area, and the page that lets staff in. */
final class SampleStaff {
    private static final UUID FJORD = UUID.fromString("019a0000-0000-7000-8000-0000000000f1");
    private static final String LONG = "Fjord & Thread, Wool and Yarn of the Western Harbour";
    private static final String REASON =
            "Their widget answers every question with an empty bubble since the update of noon, and nobody of them can be reached.";

    private SampleStaff() {}

    static Map<String, View> all() {
        var views = new LinkedHashMap<String, View>();
        organizations(views);
        members(views);
        log(views);
        partners(views);
        var accesses = accesses();
        views.put("staff-requests-none", new RequestsPage(List.of()));
        views.put(
                "staff-requests",
                new RequestsPage(
                        List.of(
                                row(State.WAITING, "Ada Lund", Eyes.OTHERS),
                                row(State.WAITING, "Freja Holm-Vestergaard", Eyes.OWN),
                                row(State.WAITING, "Freja Holm-Vestergaard", Eyes.BROWSER))));
        views.put(
                "staff-access",
                new StaffAccessPage(accesses, List.of(1, 24, 168), FormErrors.NONE));
        views.put(
                "staff-access-none",
                new StaffAccessPage(
                        List.of(),
                        List.of(1, 24, 168),
                        FormErrors.NONE.text("hours", "staff.input.hours")));
        views.put("staff-sessions", new SignOutPage("", SignOutPage.Done.ACCOUNT, FormErrors.NONE));
        views.put(
                "staff-sessions-wrong",
                new SignOutPage(
                        "nobody@tidewater.example",
                        null,
                        FormErrors.NONE.text("email", "staff.input.no-account")));
        return views;
    }

    private static void partners(Map<String, View> views) {
        views.put("staff-partners-none", new PartnerListPage(List.of(), "", "", FormErrors.NONE));
        views.put(
                "staff-partners",
                new PartnerListPage(
                        List.of(
                                new PartnerListPage.Row(
                                        FJORD, LONG, SampleViews.NOW.minus(Duration.ofDays(3)), 41),
                                new PartnerListPage.Row(FJORD, "Agency", SampleViews.NOW, 0)),
                        "nonsense",
                        "Short",
                        FormErrors.NONE
                                .text("list", "staff.input.reason", 10, 500)
                                .text("organization", "staff.input.organization")
                                .text("reason", "staff.input.reason", 10, 500)));
    }

    private static void organizations(Map<String, View> views) {
        views.put(
                "staff-organizations",
                new OrganizationListPage(
                        List.of(
                                facts(LONG, 12_093, 20_000),
                                facts("Tidewater", 3, null),
                                facts("Kayak", 1, 1)),
                        "",
                        FJORD));
        views.put(
                "staff-organizations-none", new OrganizationListPage(List.of(), "Atlantis", null));
        views.put("staff-organization", organization(accesses(), true, false, FormErrors.NONE));
        views.put(
                "staff-organization-waiting",
                organization(
                        List.of(row(State.WAITING, "Ada Lund", Eyes.OWN)),
                        false,
                        true,
                        FormErrors.NONE));
        views.put(
                "staff-organization-wrong",
                organization(
                        List.of(),
                        false,
                        false,
                        FormErrors.NONE
                                .text("reason", "staff.input.reason", 10, 500)
                                .text("seats", "staff.input.seats", 100_000)));
    }

    private static OrganizationFactsPage organization(
            List<AccessRow> accesses, boolean isOpen, boolean isWaiting, FormErrors errors) {
        return new OrganizationFactsPage(
                facts(LONG, 12, 20), accesses, isOpen, isWaiting, "20", "Broken", errors);
    }

    private static void members(Map<String, View> views) {
        views.put(
                "staff-members",
                new StaffMembersPage(
                        List.of(
                                member("Freja Holm-Vestergaard", StaffRole.ADMINISTRATOR, true),
                                member("Ada Lund", StaffRole.SUPPORT, false)),
                        "nobody@fjordthread.example",
                        "SUPPORT",
                        FormErrors.NONE
                                .text("list", "staff.input.last-administrator")
                                .text("email", "staff.input.email")));
    }

    private static StaffMembersPage.Row member(String name, StaffRole role, boolean isSelf) {
        return new StaffMembersPage.Row(
                UUID.randomUUID(),
                name,
                "a.person.with.a.very.long.address@installation.example",
                role,
                SampleViews.ago(Duration.ofDays(40)),
                isSelf,
                isSelf);
    }

    private static void log(Map<String, View> views) {
        views.put("staff-audit-log-none", new StaffLogPage(List.of(), null));
        views.put(
                "staff-audit-log",
                new StaffLogPage(
                        List.of(
                                entry("staff-access.asked", Map.of("reason", REASON)),
                                entry("staff.changed", Map.of("role", "SUPPORT → FINANCE"))),
                        7L));
    }

    private static AuditLogPage.Row entry(String action, Map<String, String> detail) {
        return new AuditLogPage.Row(
                8,
                SampleViews.ago(Duration.ofHours(3)),
                ActorKind.STAFF,
                "Ada Lund",
                action,
                action.startsWith("staff-access") ? "organization" : "account",
                FJORD,
                detail,
                "9f3sQnV0cZxL4tYw");
    }

    private static OrganizationListPage.Row facts(
            String name, int members, @Nullable Integer seats) {
        return new OrganizationListPage.Row(
                FJORD, name, members, seats, SampleViews.ago(Duration.ofDays(90)));
    }

    private static List<AccessRow> accesses() {
        return List.of(
                row(State.OPEN, "Ada Lund", Eyes.OTHERS),
                new AccessRow(
                        FJORD,
                        UUID.randomUUID(),
                        null,
                        null,
                        null,
                        SampleViews.ago(Duration.ofDays(2)),
                        "Freja Holm-Vestergaard",
                        SampleViews.ago(Duration.ofDays(1)),
                        State.TAKEN_BACK,
                        Eyes.OTHERS),
                row(State.REFUSED, null, Eyes.OTHERS));
    }

    private static AccessRow row(State state, @Nullable String asker, Eyes eyes) {
        return new AccessRow(
                FJORD,
                UUID.randomUUID(),
                state == State.WAITING ? LONG : null,
                asker,
                REASON,
                SampleViews.ago(Duration.ofHours(1)),
                state == State.WAITING ? null : "Kim Berg",
                state == State.OPEN ? SampleViews.NOW.plus(Duration.ofMinutes(40)) : null,
                state,
                eyes);
    }
}
