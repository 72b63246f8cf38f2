package io.taros.organization;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.account.NewAccount;
import io.taros.account.Passwords;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes the first account and its organization, once. */
@Component
class FirstOwner {
    record Created(Account.Id account, OrganizationId organization) {}

    private final Accounts accounts;
    private final Passwords passwords;
    private final Organizations organizations;
    private final OpenOrganization openOrganization;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;

    FirstOwner(
            Accounts accounts,
            Passwords passwords,
            Organizations organizations,
            OpenOrganization openOrganization,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.organizations = organizations;
        this.openOrganization = openOrganization;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /**
     * Empty if somebody was quicker or the proof does not hold.
     *
     * @param proof asked again inside the lock, where nobody else can use it up
     */
    Optional<Created> create(
            NewAccount account, NewOrganization organization, BooleanSupplier proof) {
        var hash = passwords.hash(account.password());
        var created = new Created(accounts.nextId(), organizations.nextId());
        return Tenancy.callAs(
                created.organization(),
                created.account().value(),
                () ->
                        transactions.execute(status -> {
                            lockOutOthers();
                            if (accounts.areThereAny() || !proof.getAsBoolean()) {
                                return Optional.<Created>empty();
                            }
                            accounts.add(created.account(), account, hash);
                            openOrganization.openBound(organization, created.account());
                            return Optional.of(created);
                        }));
    }

    private void lockOutOthers() {
        jdbc.sql("select pg_advisory_xact_lock(hashtext('taros.first-owner'))").query().singleRow();
    }
}
