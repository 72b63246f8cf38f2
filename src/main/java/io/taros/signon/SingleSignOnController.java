package io.taros.signon;

import io.taros.account.SingleSignOn.Own;
import io.taros.platform.security.Open;
import io.taros.platform.web.ClientAddress;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import io.taros.signon.web.SingleSignOnPage;
import io.taros.signon.web.SingleSignOnPage.Way;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * From an address to the provider of its domain. That a domain has one is no secret; whether the
 * address has an account is, and is not looked at.
 */
@Controller
@RequestMapping("/sign-in/single")
class SingleSignOnController {
    private static final String WHY = "signing in needs nobody signed in";

    private final OwnProviders own;
    private final RateLimits limits;
    private final ClientAddress address;

    SingleSignOnController(OwnProviders own, RateLimits limits, ClientAddress address) {
        this.own = own;
        this.limits = limits;
        this.address = address;
    }

    /**
     * @param only whom somebody was sent here by, because no other way counts for them
     */
    @GetMapping
    @Open(WHY)
    SingleSignOnPage page(@RequestParam(defaultValue = "") String only) {
        return own.find(only)
                .filter(Own::isOn)
                .map(found -> page(found, Way.REFUSED))
                .orElse(new SingleSignOnPage("", null, FormErrors.NONE));
    }

    /**
     * The page leads on by itself. A redirect would not: browsers hold a form to our own addresses,
     * wherever it is redirected to.
     */
    @PostMapping
    @Open(WHY)
    SingleSignOnPage go(@RequestParam(defaultValue = "") String email, HttpServletRequest request) {
        limits.take(Limit.SIGN_IN_ADDRESS, address.key(request));
        return own.ofAddress(email)
                .map(found -> page(found, Way.FOUND))
                .orElseGet(() ->
                        new SingleSignOnPage(
                                email,
                                null,
                                FormErrors.NONE.text("email", "signon.input.no-provider")));
    }

    private static SingleSignOnPage page(Own found, Way way) {
        return new SingleSignOnPage(
                "",
                new SingleSignOnPage.Provider(found.provider().key(), found.name(), way),
                FormErrors.NONE);
    }
}
