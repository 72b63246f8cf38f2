package io.taros.account;

import io.taros.account.web.CodePage;
import io.taros.account.web.SignInPage;
import io.taros.platform.web.FormErrors;
import org.springframework.stereotype.Component;

/** The steps of signing in. */
@Component
class SignInPages {
    private final AccountSettings settings;
    private final SignInProviders providers;
    private final RelyingParty party;
    private final AuthenticatorApps apps;
    private final Passkeys passkeys;

    SignInPages(
            AccountSettings settings,
            SignInProviders providers,
            RelyingParty party,
            AuthenticatorApps apps,
            Passkeys passkeys) {
        this.settings = settings;
        this.providers = providers;
        this.party = party;
        this.apps = apps;
        this.passkeys = passkeys;
    }

    SignInPage first(String email, FormErrors errors) {
        return new SignInPage(
                email, settings.isOpen(), party.isNamed(), providers.buttons(), errors);
    }

    /** For whoever has proven this account by something else. */
    CodePage second(Account.Id account, FormErrors errors) {
        return new CodePage(apps.isOn(account), passkeys.count(account) > 0, errors);
    }
}
