package io.taros.signon;

import io.taros.account.GoToProvider;
import io.taros.account.SingleSignOn.Own;
import io.taros.account.web.ProviderButton;
import io.taros.platform.security.Open;
import io.taros.platform.web.ClientAddress;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import io.taros.platform.web.View;
import io.taros.signon.web.SingleSignOnPage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
    private final GoToProvider go;
    private final RateLimits limits;
    private final ClientAddress address;

    SingleSignOnController(
            OwnProviders own, GoToProvider go, RateLimits limits, ClientAddress address) {
        this.own = own;
        this.go = go;
        this.limits = limits;
        this.address = address;
    }

    /**
     * @param only whom somebody was sent here by, because no other way counts for them
     */
    @GetMapping
    @Open(WHY)
    SingleSignOnPage page(@RequestParam(defaultValue = "") String only) {
        return new SingleSignOnPage(
                "",
                own.find(only)
                        .filter(Own::isOn)
                        .map(found -> new ProviderButton(found.provider().key(), found.name()))
                        .orElse(null),
                FormErrors.NONE);
    }

    @PostMapping
    @Open(WHY)
    View go(
            @RequestParam(defaultValue = "") String email,
            HttpServletRequest request,
            HttpServletResponse response) {
        limits.take(Limit.SIGN_IN_ADDRESS, address.key(request));
        return own.ofAddress(email)
                .map(found -> go.lead(found.provider().key(), "", request, response))
                .orElseGet(() ->
                        new SingleSignOnPage(
                                email,
                                null,
                                FormErrors.NONE.text("email", "signon.input.no-provider")));
    }
}
