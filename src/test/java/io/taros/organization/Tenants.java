package io.taros.organization;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.account.NewAccount;
import io.taros.account.Passwords;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Role;
import io.taros.platform.security.Tenancy;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Organizations for tests, made through the real entry points. */
@Component
public class Tenants {
    public static final String PASSWORD = "three quiet otters";

    /**
     * An organization, its owner (who signs in with {@link #PASSWORD}) and a key with all scopes.
     */
    public record Tenant(
            OrganizationId organization, Account.Id owner, String email, String apiKey) {}

    private final Accounts accounts;
    private final Passwords passwords;
    private final OpenOrganization openOrganization;
    private final Members members;
    private final ApiKeys keys;
    private final CustomRoles roles;

    Tenants(
            Accounts accounts,
            Passwords passwords,
            OpenOrganization openOrganization,
            Members members,
            ApiKeys keys,
            CustomRoles roles) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.openOrganization = openOrganization;
        this.members = members;
        this.keys = keys;
        this.roles = roles;
    }

    public Tenant open(String name) {
        var email = "owner@" + name.toLowerCase(Locale.ROOT) + ".example";
        var owner = account(email, name + " owner");
        var organization = openOrganization.open(NewOrganization.named(name, "en"), owner);
        return new Tenant(organization, owner, email, key(organization, NewApiKey.allScopes()));
    }

    public Account.Id account(String email, String name) {
        return account(email, name, "en");
    }

    private Account.Id account(String email, String name, String language) {
        var id = accounts.nextId();
        accounts.add(id, new NewAccount(email, name, PASSWORD, language), passwords.hash(PASSWORD));
        return id;
    }

    /** Somebody else in the organization; the e-mail to sign in with. */
    public String member(OrganizationId organization, Role role) {
        return member(organization, role, "en");
    }

    public String member(OrganizationId organization, Role role, String language) {
        var email = role.name().toLowerCase(Locale.ROOT) + "@" + organization + ".example";
        var account = account(email, role.name(), language);
        Tenancy.runAs(organization, () -> members.add(account, role));
        return email;
    }

    /** Somebody who may do what this permission says and no more. */
    public String member(OrganizationId organization, Permission permission) {
        var email = permission.name().toLowerCase(Locale.ROOT) + "@" + organization + ".example";
        var account = account(email, permission.name(), "en");
        Tenancy.runAs(
                organization,
                () -> {
                    var role =
                            new CustomRole(roles.nextId(), permission.name(), Set.of(permission));
                    roles.add(role);
                    members.add(account, MemberRole.of(role), null);
                });
        return email;
    }

    /** Somebody who sees these bots and nothing beyond. */
    public String limited(OrganizationId organization, Role role, UUID... bots) {
        var email = member(organization, role);
        var account = accounts.findByEmail(email).orElseThrow().id();
        Tenancy.runAs(
                organization, () -> members.change(account, MemberRole.of(role), Set.of(bots)));
        return email;
    }

    public String key(OrganizationId organization, List<String> scopes) {
        return Tenancy.callAs(
                organization, () -> keys.add(NewApiKey.endless("test", scopes)).text());
    }
}
