package io.taros.rights;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.account.OwnRecords;
import io.taros.organization.Member;
import io.taros.organization.Members;
import io.taros.organization.Organizations;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.AuditEntry;
import io.taros.platform.audit.AuditLog;
import io.taros.platform.rights.HeldRecord;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Texts;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.OutputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the installation holds about an account, for whoever it belongs to. */
@Component
class AccountCopy {
    private static final int BATCH = 500;

    private final OwnRecords own;
    private final Accounts accounts;
    private final Members members;
    private final Organizations organizations;
    private final AuditLog log;
    private final Audit audit;
    private final MessageSource messages;
    private final JsonMapper json;
    private final InstantSource clock;

    AccountCopy(
            OwnRecords own,
            Accounts accounts,
            Members members,
            Organizations organizations,
            AuditLog log,
            Audit audit,
            MessageSource messages,
            JsonMapper json,
            InstantSource clock) {
        this.own = own;
        this.accounts = accounts;
        this.members = members;
        this.organizations = organizations;
        this.log = log;
        this.audit = audit;
        this.messages = messages;
        this.json = json;
        this.clock = clock;
    }

    /** In the language of the account. */
    void write(Account.Id id, HttpServletRequest request, String holder, OutputStream out)
            throws IOException {
        var sections = new ArrayList<Archive.Section>();
        own.of(id, request)
                .forEach(part ->
                        sections.add(
                                new Archive.Section(
                                        part.name(), part.columns(), part.records()::forEach)));
        var memberships = Tenancy.callAs(null, id.value(), () -> members.ofAccount(id));
        sections.add(
                new Archive.Section(
                        "memberships",
                        List.of("organization", "role"),
                        each -> memberships.forEach(member -> each.accept(membership(member)))));
        sections.add(
                new Archive.Section(
                        "audit-log",
                        List.of("organization", "action", "object"),
                        each -> entries(id, memberships, each)));
        Tenancy.runAs(
                OrganizationId.INSTALLATION, () -> audit.record(RightsAction.ACCOUNT_EXPORTED, id));
        var language = Locale.forLanguageTag(accounts.find(id).orElseThrow().locale());
        new Archive(json, new Texts(messages, language))
                .write(out, holder, clock.instant(), sections, Archive.Files.NONE);
    }

    private HeldRecord membership(Member member) {
        return HeldRecord.of(
                member.organizationId().value(),
                member.joinedAt(),
                nameOf(member.organizationId()),
                roleOf(member));
    }

    private static String roleOf(Member member) {
        var own = member.role().own();
        return own == null ? member.role().key() : own.name();
    }

    /** In the logs of where they are a member, and in the installation's own. */
    private void entries(Account.Id id, List<Member> memberships, Consumer<HeldRecord> each) {
        Stream.concat(
                        Stream.of(OrganizationId.INSTALLATION),
                        memberships.stream().map(Member::organizationId))
                .forEach(organization ->
                        Tenancy.runAs(organization, () -> entries(id, organization, each)));
    }

    private void entries(Account.Id id, OrganizationId organization, Consumer<HeldRecord> each) {
        var name = organization.equals(OrganizationId.INSTALLATION) ? "" : nameOf(organization);
        var wanted = new AuditLog.Filter(null, id.value(), null, null, null);
        var batch = log.list(wanted, Long.MAX_VALUE, BATCH);
        while (!batch.isEmpty()) {
            for (AuditEntry entry : batch) {
                each.accept(
                        HeldRecord.of(
                                id.value(), entry.at(), name, entry.action(), entry.objectKind()));
            }
            batch = log.list(wanted, batch.getLast().seq(), BATCH);
        }
    }

    private String nameOf(OrganizationId organization) {
        return Tenancy.callAs(organization, () -> organizations.get().name());
    }
}
