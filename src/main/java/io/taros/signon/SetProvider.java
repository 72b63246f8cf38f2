package io.taros.signon;

import io.taros.platform.TarosSettings;
import io.taros.platform.fetch.WebAddress;
import io.taros.platform.identity.AskIdentity;
import io.taros.platform.identity.ProviderSilent;
import io.taros.platform.web.BadInput;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Sets the bound organization's provider once it has been asked who it is. A secret that is kept is
 * never sent to another provider than it was entered for.
 */
@Component
class SetProvider {
    private static final String DESCRIPTION = "/.well-known/openid-configuration";
    private static final int MAX_ISSUER = 500;
    private static final int MAX_CLIENT = 255;
    private static final int MAX_SECRET = 2_000;

    private final Providers providers;
    private final AskIdentity ask;
    private final TarosSettings installation;

    SetProvider(Providers providers, AskIdentity ask, TarosSettings installation) {
        this.providers = providers;
        this.ask = ask;
        this.installation = installation;
    }

    void set(String typedIssuer, String typedClient, String typedSecret) {
        var issuer = issuer(typedIssuer);
        var client = within("clientId", typedClient, MAX_CLIENT);
        var isSame =
                providers
                        .find()
                        .filter(known ->
                                known.issuer().equals(issuer) && known.clientId().equals(client))
                        .isPresent();
        if (isSame && typedSecret.isBlank()) {
            return;
        }
        var secret = within("clientSecret", typedSecret, MAX_SECRET);
        try {
            ask.check(Providers.known(issuer, client, secret));
        } catch (ProviderSilent silent) {
            throw new BadInput("issuer", "signon.input.silent." + silent.why().name());
        }
        if (isSame) {
            providers.replaceSecret(secret);
        } else {
            providers.set(issuer, client, secret);
        }
    }

    /** As typed, but for what people copy along. */
    private String issuer(String typed) {
        var stripped = typed.strip();
        var issuer =
                stripped.endsWith(DESCRIPTION)
                        ? stripped.substring(0, stripped.length() - DESCRIPTION.length())
                        : stripped;
        return Optional.of(issuer)
                .filter(text -> text.length() <= MAX_ISSUER)
                .filter(text -> text.startsWith("https://") || !installation.isSecure())
                .filter(text -> text.chars().noneMatch(each -> each == '?' || each == '#'))
                .filter(text ->
                        WebAddress.parse(text) instanceof WebAddress.Parsed.Usable(var address)
                                && text.startsWith(address.scheme() + "://" + address.host()))
                .orElseThrow(() -> new BadInput("issuer", "signon.input.issuer"));
    }

    private static String within(String field, String typed, int most) {
        var stripped = typed.strip();
        if (stripped.isEmpty()) {
            throw new BadInput(field, "platform.field.required");
        }
        if (stripped.length() > most) {
            throw new BadInput(field, "signon.input.long", most);
        }
        return stripped;
    }
}
