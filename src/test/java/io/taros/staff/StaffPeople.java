package io.taros.staff;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.organization.Tenants;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.StaffRole;
import io.taros.platform.security.Tenancy;
import io.taros.testing.Browser;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Staff for tests, with a second factor. */
@Component
public class StaffPeople {
    private final Tenants tenants;
    private final Accounts accounts;
    private final StaffMembers staff;
    private final JdbcClient jdbc;

    StaffPeople(Tenants tenants, Accounts accounts, StaffMembers staff, JdbcClient jdbc) {
        this.tenants = tenants;
        this.accounts = accounts;
        this.staff = staff;
        this.jdbc = jdbc;
    }

    public static String email(StaffRole role) {
        return role.name().toLowerCase(Locale.ROOT) + "@staff.example";
    }

    /** Somebody signed in, one of each role. */
    public Browser signIn(int port, StaffRole role) {
        return signIn(port, email(role), role);
    }

    public Browser signIn(int port, String email, StaffRole role) {
        appoint(tenants.account(email, email.replaceFirst("@.*", "")), role);
        var browser = new Browser(port);
        signIn(browser, email);
        return browser;
    }

    public void appoint(Account.Id account, StaffRole role) {
        Tenancy.runAs(OrganizationId.INSTALLATION, () -> staff.set(account, role));
    }

    /** The factor counts from here on; signing in would ask for a code of it. */
    public void signIn(Browser browser, String email) {
        var account = account(email);
        jdbc.sql("delete from account_totp where account_id = :id").param("id", account).update();
        browser.signIn(email, Tenants.PASSWORD);
        jdbc.sql(
                        """
                        insert into account_totp (account_id, secret, last_step, created_at, confirmed_at)
                        values (:id, '\\x00', 0, now(), now())
                        """)
                .param("id", account)
                .update();
        browser.get("/account");
    }

    public Account.Id account(String email) {
        return accounts.findByEmail(email).orElseThrow().id();
    }
}
