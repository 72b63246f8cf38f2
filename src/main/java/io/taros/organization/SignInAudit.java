package io.taros.organization;

import io.taros.account.Account;
import io.taros.account.AccountChanged;
import io.taros.account.SignInRefused;
import io.taros.account.SignedIn;
import io.taros.platform.audit.Audit;
import io.taros.platform.audit.AuditAction;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.Unflushed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells every organization of an account when somebody signed in to it, tried, or changed how. */
@Component
class SignInAudit {
    private final Members members;
    private final Audit audit;
    private final List<SignInPlaces> places;
    private final TransactionTemplate transactions;

    SignInAudit(
            Members members,
            Audit audit,
            List<SignInPlaces> places,
            TransactionTemplate transactions) {
        this.transactions = transactions;
        this.places = List.copyOf(places);
        this.members = members;
        this.audit = audit;
    }

    @EventListener
    void on(SignedIn event) {
        record(
                event.account(),
                OrganizationAction.SIGNED_IN,
                Map.of("way", event.way().means().name()));
    }

    @EventListener
    void on(SignInRefused event) {
        var asked = event.asked();
        if (asked == null) {
            record(event.account(), OrganizationAction.SIGN_IN_REFUSED, Map.of());
            return;
        }
        record(
                event.account(),
                () -> audit.record(OrganizationAction.SIGN_IN_REFUSED, event.account(), asked));
    }

    @EventListener
    void on(AccountChanged event) {
        record(event.account(), actionOf(event.what()), Map.of());
    }

    private static AuditAction actionOf(AccountChanged.What what) {
        return switch (what) {
            case PASSWORD_CHANGED -> OrganizationAction.PASSWORD_CHANGED;
            case PASSWORD_RESET -> OrganizationAction.PASSWORD_RESET;
            case ADDRESS_CHANGED -> OrganizationAction.ADDRESS_CHANGED;
            case ADDRESS_RESTORED -> OrganizationAction.ADDRESS_RESTORED;
            case FACTOR_ADDED -> OrganizationAction.FACTOR_ADDED;
            case FACTOR_REMOVED -> OrganizationAction.FACTOR_REMOVED;
            case RECOVERY_CODES_RENEWED -> OrganizationAction.RECOVERY_CODES_RENEWED;
            case RECOVERY_CODE_USED -> OrganizationAction.RECOVERY_CODE_USED;
            case SESSIONS_ENDED -> OrganizationAction.SESSIONS_ENDED;
            case IDENTITY_LINKED -> OrganizationAction.IDENTITY_LINKED;
            case IDENTITY_UNLINKED -> OrganizationAction.IDENTITY_UNLINKED;
            case CLOSED -> OrganizationAction.ACCOUNT_CLOSED;
            case REOPENED -> OrganizationAction.ACCOUNT_REOPENED;
            case PASSKEY_ADDED -> OrganizationAction.PASSKEY_ADDED;
            case PASSKEY_REMOVED -> OrganizationAction.PASSKEY_REMOVED;
            case PASSKEY_COPIED -> OrganizationAction.PASSKEY_COPIED;
        };
    }

    private void record(Account.Id account, AuditAction action, Map<String, String> detail) {
        record(account, () -> audit.record(action, account, detail));
    }

    private void record(Account.Id account, Runnable entry) {
        var all =
                Tenancy.callAs(
                        null, account.value(), () -> transactions.execute(_ -> places(account)));
        // Each log is written in a transaction of its own; the last one waits for the disk, and
        // so for the ones before.
        for (var place : all) {
            if (place.equals(all.getLast())) {
                write(place, account, entry);
            } else {
                Unflushed.call(() -> write(place, account, entry));
            }
        }
    }

    private List<OrganizationId> places(Account.Id account) {
        var all = new ArrayList<OrganizationId>();
        members.ofAccount(account).forEach(member -> all.add(member.organizationId()));
        places.forEach(more -> all.addAll(more.of(account)));
        return all;
    }

    private static boolean write(OrganizationId place, Account.Id account, Runnable entry) {
        return Tenancy.callAs(
                place,
                account.value(),
                () -> {
                    entry.run();
                    return true;
                });
    }
}
