package io.taros.account;

import io.taros.account.web.PasskeyList;
import io.taros.account.web.PasskeyRow;
import io.taros.account.web.SecurityPage;
import io.taros.platform.web.FormErrors;
import org.springframework.stereotype.Component;

/** How an account is entered, as its owner sees it. */
@Component
class SecurityPages {
    private final Accounts accounts;
    private final AuthenticatorApps apps;
    private final RecoveryCodes recovery;
    private final Passkeys passkeys;
    private final RelyingParty party;
    private final LinkedProviders linked;
    private final WaysIn ways;

    SecurityPages(
            Accounts accounts,
            AuthenticatorApps apps,
            RecoveryCodes recovery,
            Passkeys passkeys,
            RelyingParty party,
            LinkedProviders linked,
            WaysIn ways) {
        this.accounts = accounts;
        this.apps = apps;
        this.recovery = recovery;
        this.passkeys = passkeys;
        this.party = party;
        this.linked = linked;
        this.ways = ways;
    }

    SecurityPage page(Account.Id id, boolean isNeeded, FormErrors errors) {
        return new SecurityPage(
                accounts.findPasswordHash(id).isPresent(),
                apps.isOn(id),
                recovery.count(id),
                passkeys(id),
                linked.of(id),
                ways.isOnlyOne(id),
                isNeeded,
                errors);
    }

    private PasskeyList passkeys(Account.Id id) {
        var all = passkeys.list(id).stream().map(SecurityPages::row).toList();
        return new PasskeyList(all, party.isNamed(), all.size() >= Passkeys.MOST);
    }

    private static PasskeyRow row(Passkey passkey) {
        return new PasskeyRow(
                passkey.id(),
                passkey.name(),
                passkey.synced(),
                passkey.createdAt(),
                passkey.lastUsedAt());
    }
}
