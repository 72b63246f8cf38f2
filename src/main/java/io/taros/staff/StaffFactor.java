package io.taros.staff;

import io.taros.account.Account;
import io.taros.account.SecondFactors;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Caller.Guest;
import io.taros.platform.security.Detour;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Staff without a second factor sets one up first, in the staff area and wherever they were let in.
 */
@Component
class StaffFactor implements Detour {
    private final SecondFactors factors;

    StaffFactor(SecondFactors factors) {
        this.factors = factors;
    }

    @Override
    public Optional<String> before(Caller caller, HttpServletRequest request) {
        var account = caller.account();
        return caller.guest() == Guest.STAFF
                        && account != null
                        && !factors.isOn(new Account.Id(account))
                ? Optional.of("/account/security?needed=true")
                : Optional.empty();
    }
}
