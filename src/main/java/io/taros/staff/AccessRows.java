package io.taros.staff;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.organization.Directory;
import io.taros.staff.web.AccessRow;
import io.taros.staff.web.AccessRow.Eyes;
import io.taros.staff.web.AccessRow.State;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts accesses into lines: names for ids, as far as they are known. */
@Component
class AccessRows {
    private final Accounts accounts;
    private final Directory directory;
    private final FourEyes fourEyes;
    private final InstantSource clock;

    AccessRows(Accounts accounts, Directory directory, FourEyes fourEyes, InstantSource clock) {
        this.fourEyes = fourEyes;
        this.accounts = accounts;
        this.directory = directory;
        this.clock = clock;
    }

    List<AccessRow> of(List<StaffAccess> accesses, Account.@Nullable Id reader) {
        var names = people(accesses);
        return accesses.stream().map(access -> row(access, names, null, reader)).toList();
    }

    List<AccessRow> withOrganizations(List<StaffAccess> accesses, Account.Id reader) {
        var names = people(accesses);
        var places =
                directory
                        .findAll(
                                accesses.stream()
                                        .map(access -> access.organizationId().value())
                                        .distinct()
                                        .toList())
                        .stream()
                        .collect(
                                Collectors.toMap(
                                        entry -> entry.organizationId().value(),
                                        Directory.Entry::name));
        return accesses.stream()
                .map(access ->
                        row(access, names, places.get(access.organizationId().value()), reader))
                .toList();
    }

    private AccessRow row(
            StaffAccess access,
            Map<Account.Id, String> names,
            @Nullable String place,
            Account.@Nullable Id reader) {
        return new AccessRow(
                access.organizationId().value(),
                access.id().value(),
                place,
                access.accountId() == null ? null : names.get(access.accountId()),
                access.reason(),
                access.askedAt(),
                decider(access, names, reader),
                access.expiresAt(),
                access.state(clock.instant()),
                eyes(access, reader));
    }

    private Eyes eyes(StaffAccess access, Account.@Nullable Id reader) {
        if (reader == null) {
            return Eyes.OTHERS;
        }
        if (reader.equals(access.accountId())) {
            return Eyes.OWN;
        }
        return access.state(clock.instant()) == State.WAITING
                ? fourEyes.of(access, reader)
                : Eyes.OTHERS;
    }

    /** Staff is told who of the staff decided, and of an organization never who is in it. */
    private static @Nullable String decider(
            StaffAccess access, Map<Account.Id, String> names, Account.@Nullable Id reader) {
        return access.decidedBy() == null || (reader != null && !access.isEmergency())
                ? null
                : names.get(access.decidedBy());
    }

    private Map<Account.Id, String> people(List<StaffAccess> accesses) {
        var ids = new LinkedHashSet<Account.Id>();
        for (var access : accesses) {
            if (access.accountId() != null) {
                ids.add(access.accountId());
            }
            if (access.decidedBy() != null) {
                ids.add(access.decidedBy());
            }
        }
        var names = new HashMap<Account.Id, String>();
        accounts.findAll(ids).forEach(account -> names.put(account.id(), account.name()));
        return names;
    }
}
