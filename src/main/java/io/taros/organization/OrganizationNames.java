package io.taros.organization;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.platform.security.Caller;
import io.taros.platform.web.ShellNames;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The two names in the frame of every page, and the clock its dates go by: the reader's, or the
 * organization's.
 */
@Component
class OrganizationNames implements ShellNames {
    private final Accounts accounts;
    private final Organizations organizations;

    OrganizationNames(Accounts accounts, Organizations organizations) {
        this.accounts = accounts;
        this.organizations = organizations;
    }

    @Override
    public Names of(Caller caller) {
        var reader =
                Optional.ofNullable(caller.account())
                        .flatMap(id -> accounts.findReader(new Account.Id(id)));
        var organization = organizations.find();
        return new Names(
                reader.map(Accounts.Reader::name).orElse(null),
                organization.map(Organization::name).orElse(null),
                reader.flatMap(own -> Optional.ofNullable(own.timeZone()))
                        .or(() -> organization.map(Organization::timeZone))
                        .orElse(ZoneOffset.UTC));
    }
}
