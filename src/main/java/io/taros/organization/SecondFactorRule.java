package io.taros.organization;

import io.taros.account.Account;
import io.taros.account.SecondFactors;
import io.taros.platform.audit.Audit;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Detour;
import io.taros.platform.security.Tenancy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whether an organization wants a second factor of all its members. Whoever has none sets it up
 * before seeing anything of it.
 */
@Repository
@Transactional
class SecondFactorRule implements Detour {
    private final JdbcClient jdbc;
    private final SecondFactors factors;
    private final Audit audit;

    SecondFactorRule(JdbcClient jdbc, SecondFactors factors, Audit audit) {
        this.jdbc = jdbc;
        this.factors = factors;
        this.audit = audit;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> before(Caller caller, HttpServletRequest request) {
        var account = caller.account();
        if (account == null || caller.organization() == null || !isOn()) {
            return Optional.empty();
        }
        return factors.isOn(new Account.Id(account))
                ? Optional.empty()
                : Optional.of("/account/security?needed=true");
    }

    /** Of the bound organization. */
    @Transactional(readOnly = true)
    public boolean isOn() {
        return jdbc.sql(
                        "select requires_second_factor from organization where organization_id = :id")
                .param("id", Tenancy.organization())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    public void set(boolean isOn) {
        jdbc.sql("update organization set requires_second_factor = :on where organization_id = :id")
                .param("on", isOn)
                .param("id", Tenancy.organization())
                .update();
        audit.record(
                isOn
                        ? OrganizationAction.SECOND_FACTOR_REQUIRED
                        : OrganizationAction.SECOND_FACTOR_LEFT_OPEN,
                Tenancy.organization());
    }
}
