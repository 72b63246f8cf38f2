package io.taros.account;

import io.taros.account.PasskeyProof.Outcome;
import io.taros.platform.security.Open;
import io.taros.platform.web.ClientAddress;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import io.taros.platform.web.View;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Signing in by a passkey alone. Nobody says who they are: the passkey does, so there is nothing to
 * be learnt here about an address.
 */
@Controller
@RequestMapping("/sign-in/passkey")
class PasskeySignInController {
    private static final String WHY = "signing in needs nobody signed in";

    private final PasskeyProof proof;
    private final Entrance entrance;
    private final Sessions sessions;
    private final SignInPages pages;
    private final RateLimits limits;
    private final ClientAddress address;

    PasskeySignInController(
            PasskeyProof proof,
            Entrance entrance,
            Sessions sessions,
            SignInPages pages,
            RateLimits limits,
            ClientAddress address) {
        this.proof = proof;
        this.entrance = entrance;
        this.sessions = sessions;
        this.pages = pages;
        this.limits = limits;
        this.address = address;
    }

    /** Asked for by the page's script when it needs one: a page may have been open for hours. */
    @PostMapping("/challenge")
    @Open(WHY)
    ResponseEntity<String> challenge(HttpServletRequest request) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(proof.ask(request));
    }

    @PostMapping
    @Open(WHY)
    View signIn(
            @RequestParam(defaultValue = "") String passkey,
            HttpServletRequest request,
            HttpServletResponse response) {
        limits.take(Limit.SIGN_IN_ADDRESS, address.key(request));
        return switch (proof.signIn(passkey, request)) {
            case Outcome.Proven(var account) ->
                    entrance.open(request, response, account, way(account, request));
            case Outcome.Late _ -> again(request, "account.passkey.late");
            case Outcome.Refused _ -> again(request, "account.passkey.refused");
        };
    }

    /** As the second proof it changes nothing about the first. */
    private Way way(Account.Id account, HttpServletRequest request) {
        return sessions.halfway(request)
                .filter(account::equals)
                .flatMap(_ -> sessions.way(request))
                .orElse(Way.PASSKEY);
    }

    private View again(HttpServletRequest request, String why) {
        var errors = FormErrors.NONE.text("passkey", why);
        return sessions.halfway(request)
                .<View>map(account -> pages.second(account, errors))
                .orElseGet(() -> pages.first("", errors, request));
    }
}
