package io.taros.account;

import io.taros.platform.TarosSettings;
import io.taros.platform.web.ClientAddress;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/**
 * Whether signing in failed so often lately, for an e-mail, known or not, or from an address, that
 * the next try costs a puzzle. It refuses nobody.
 */
@Component
class Suspicion {
    private final RateLimits limits;
    private final ClientAddress addresses;
    private final TarosSettings installation;

    Suspicion(RateLimits limits, ClientAddress addresses, TarosSettings installation) {
        this.limits = limits;
        this.addresses = addresses;
        this.installation = installation;
    }

    /**
     * Never where browsers cannot solve one: they hash for secure pages only.
     *
     * @param email as it was typed; empty where nobody typed one yet
     */
    boolean isRaised(String email, HttpServletRequest request) {
        return installation.isTrustedByBrowsers()
                && (limits.isSpent(Limit.FAILED_EMAIL, SignIn.keyOf(email))
                        || limits.isSpent(Limit.FAILED_ADDRESS, addresses.key(request)));
    }

    void failed(String email, HttpServletRequest request) {
        limits.spend(Limit.FAILED_EMAIL, SignIn.keyOf(email));
        limits.spend(Limit.FAILED_ADDRESS, addresses.key(request));
    }
}
