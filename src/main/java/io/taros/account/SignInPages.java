package io.taros.account;

import io.taros.account.web.CodePage;
import io.taros.account.web.SignInPage;
import io.taros.platform.web.FormErrors;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** The steps of signing in. */
@Component
class SignInPages {
    private final AccountSettings settings;
    private final SignInProviders providers;
    private final RelyingParty party;
    private final AuthenticatorApps apps;
    private final Passkeys passkeys;
    private final SingleSignOn singleSignOn;
    private final Suspicion suspicion;
    private final Puzzles puzzles;

    SignInPages(
            AccountSettings settings,
            SignInProviders providers,
            RelyingParty party,
            AuthenticatorApps apps,
            Passkeys passkeys,
            SingleSignOn singleSignOn,
            Suspicion suspicion,
            Puzzles puzzles) {
        this.singleSignOn = singleSignOn;
        this.suspicion = suspicion;
        this.puzzles = puzzles;
        this.settings = settings;
        this.providers = providers;
        this.party = party;
        this.apps = apps;
        this.passkeys = passkeys;
    }

    /**
     * @param email as it was typed; empty where nobody typed one yet
     */
    SignInPage first(String email, FormErrors errors, HttpServletRequest request) {
        return new SignInPage(
                email,
                settings.isOpen(),
                party.isNamed(),
                singleSignOn.isAnywhere(),
                providers.buttons(),
                suspicion.isRaised(email, request) ? puzzles.make(request) : null,
                errors);
    }

    /** For whoever has proven this account by something else. */
    CodePage second(Account.Id account, FormErrors errors) {
        return new CodePage(apps.isOn(account), passkeys.count(account) > 0, errors);
    }
}
