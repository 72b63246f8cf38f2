package io.taros.staff;

import io.taros.account.Account;
import io.taros.organization.Directory;
import io.taros.organization.Member;
import io.taros.organization.Members;
import io.taros.organization.Organizations;
import io.taros.platform.audit.Audit;
import io.taros.platform.jobs.Jobs;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.security.Tenancy.Hand;
import io.taros.platform.sql.Id;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.NotFound;
import io.taros.staff.web.AccessRow.Eyes;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What staff does to an organization. It is written into that organization's audit log in the
 * transaction that does it, and then into the installation's own.
 */
@Component
class StaffAtWork {
    /** An emergency that takes longer is asked for once more. */
    static final Duration EMERGENCY = Duration.ofHours(1);

    private static final int SHORTEST_REASON = 10;
    static final int LONGEST_REASON = 500;

    private final Directory directory;
    private final Organizations organizations;
    private final Members members;
    private final Accesses accesses;
    private final FourEyes fourEyes;
    private final Jobs jobs;
    private final Audit audit;
    private final TransactionTemplate transactions;

    StaffAtWork(
            Directory directory,
            Organizations organizations,
            Members members,
            Accesses accesses,
            FourEyes fourEyes,
            Jobs jobs,
            Audit audit,
            TransactionTemplate transactions) {
        this.directory = directory;
        this.organizations = organizations;
        this.members = members;
        this.accesses = accesses;
        this.fourEyes = fourEyes;
        this.jobs = jobs;
        this.audit = audit;
        this.transactions = transactions;
    }

    void ask(Account.Id staff, OrganizationId organization, String text) {
        var reason = reason(text);
        exists(organization);
        if (!Tenancy.callAs(
                Hand.STAFF, organization, staff.value(), () -> accesses.ask(staff, reason))) {
            throw new Conflict("staff.input.waiting");
        }
        note(StaffAction.ASKED, organization, Map.of("reason", reason));
    }

    static String reason(String text) {
        var reason = text.strip();
        if (reason.length() < SHORTEST_REASON || reason.length() > LONGEST_REASON) {
            throw new BadInput("reason", "staff.input.reason", SHORTEST_REASON, LONGEST_REASON);
        }
        return reason;
    }

    /** By anybody but the one who asked; the owners are told. */
    void approve(Account.Id staff, OrganizationId organization, StaffAccess.Id id) {
        keepFourEyes(staff, organization, id);
        Tenancy.callAs(
                Hand.STAFF,
                organization,
                staff.value(),
                () ->
                        transactions.execute(_ -> {
                            decide(staff, id, EMERGENCY);
                            members.list().stream()
                                    .filter(member -> member.role().isOwner())
                                    .map(Member::accountId)
                                    .forEach(owner ->
                                            jobs.enqueue(new TellOwner(organization, id, owner)));
                            return true;
                        }));
        note(StaffAction.APPROVED, organization, Map.of());
    }

    void refuse(Account.Id staff, OrganizationId organization, StaffAccess.Id id) {
        keepFourEyes(staff, organization, id);
        Tenancy.callAs(
                Hand.STAFF,
                organization,
                staff.value(),
                () -> {
                    decide(staff, id, null);
                    return true;
                });
        note(StaffAction.REFUSED, organization, Map.of());
    }

    /** That somebody tried with another account of theirs is written down, and told to nobody. */
    private void keepFourEyes(Account.Id staff, OrganizationId organization, StaffAccess.Id id) {
        var eyes =
                Tenancy.callAs(
                        Hand.STAFF,
                        organization,
                        staff.value(),
                        () -> {
                            var whose = fourEyes.of(asked(id), staff);
                            if (whose == Eyes.MAILBOX || whose == Eyes.BROWSER) {
                                audit.record(
                                        StaffAction.SAME_PERSON, id, Map.of("kind", whose.name()));
                            }
                            return whose;
                        });
        if (eyes == Eyes.OTHERS) {
            return;
        }
        if (eyes != Eyes.OWN) {
            note(StaffAction.SAME_PERSON, organization, Map.of("kind", eyes.name()));
        }
        throw new Conflict("staff.input.eyes." + eyes.name());
    }

    private StaffAccess asked(StaffAccess.Id id) {
        return accesses.find(id).filter(StaffAccess::isEmergency).orElseThrow(NotFound::new);
    }

    private void decide(Account.Id staff, StaffAccess.Id id, @Nullable Duration time) {
        if (!accesses.decide(asked(id), staff, time)) {
            throw new Conflict("staff.input.decided");
        }
    }

    /** Into what is in the organization, if there is an access that says so. */
    void enter(Account.Id staff, OrganizationId organization) {
        exists(organization);
        Tenancy.callAs(
                Hand.STAFF,
                organization,
                staff.value(),
                () ->
                        transactions.execute(_ -> {
                            var access =
                                    accesses.open(staff)
                                            .orElseThrow(
                                                    () -> new Conflict("staff.input.no-access"));
                            accesses.enter(access, staff);
                            return true;
                        }));
        note(StaffAction.ENTERED, organization, Map.of());
    }

    void setSeats(Account.Id staff, OrganizationId organization, @Nullable Integer seats) {
        exists(organization);
        Tenancy.callAs(
                Hand.STAFF,
                organization,
                staff.value(),
                () -> {
                    organizations.setSeats(seats);
                    return true;
                });
        note(
                StaffAction.SEATS_SET,
                organization,
                Map.of("seats", seats == null ? "*" : seats.toString()));
    }

    private void exists(OrganizationId organization) {
        if (directory.find(organization).isEmpty()) {
            throw new NotFound();
        }
    }

    private void note(StaffAction action, Id organization, Map<String, String> detail) {
        audit.record(action, organization, detail);
    }
}
