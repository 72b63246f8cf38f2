package io.taros.account;

import io.taros.platform.web.BadInput;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a password that somebody chooses is held to. */
@Component
public class PasswordRules {
    private final BreachedPasswords breached;

    PasswordRules(BreachedPasswords breached) {
        this.breached = breached;
    }

    /** Asks the service of stolen passwords too, so not in a transaction. */
    public void check(String password, String... known) {
        PasswordStrength.check(password, List.of(known));
        if (breached.contains(password)) {
            throw new BadInput("password", "account.input.password-stolen");
        }
    }
}
