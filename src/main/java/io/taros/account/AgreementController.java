package io.taros.account;

import io.taros.account.Consents.Entry;
import io.taros.account.Consents.Kind;
import io.taros.account.web.AgreementPage;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Detour;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Whoever agreed to an older version of the texts is asked again before going on, and where anybody
 * may register, so is whoever was let in without: by an invitation, or as the first. Elsewhere
 * everybody is the operator's own and is not asked.
 */
@Controller
@RequestMapping("/account/agreement")
class AgreementController implements Detour {
    private final Consents consents;
    private final AccountSettings settings;

    AgreementController(Consents consents, AccountSettings settings) {
        this.consents = consents;
        this.settings = settings;
    }

    @Override
    public Optional<String> before(Caller caller, HttpServletRequest request) {
        var isAgreed =
                consents.latest(idOf(caller), Kind.TERMS)
                        .map(last -> last.version().equals(settings.textsVersion()))
                        .orElse(!settings.isOpen());
        return isAgreed ? Optional.empty() : Optional.of("/account/agreement");
    }

    @GetMapping
    @Requires(Permission.ACCOUNT)
    View page() {
        return page(FormErrors.NONE);
    }

    @PostMapping
    @Requires(Permission.ACCOUNT)
    View agree(
            @RequestParam(defaultValue = "") String texts,
            Caller caller,
            HttpServletRequest request) {
        if (!texts.equals("true")) {
            return page(FormErrors.NONE.text("texts", "account.texts.needed"));
        }
        for (var kind : List.of(Kind.TERMS, Kind.PRIVACY)) {
            consents.add(
                    idOf(caller),
                    new Entry(
                            kind,
                            true,
                            settings.textsVersion(),
                            Language.of(request),
                            "agreement"));
        }
        return new Redirect("/");
    }

    private View page(FormErrors errors) {
        return new AgreementPage(
                String.valueOf(settings.terms()), String.valueOf(settings.privacy()), errors);
    }

    private static Account.Id idOf(Caller caller) {
        return new Account.Id(Objects.requireNonNull(caller.account()));
    }
}
