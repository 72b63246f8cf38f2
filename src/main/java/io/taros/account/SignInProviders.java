package io.taros.account;

import io.taros.account.web.ProviderButton;
import io.taros.platform.egress.Destinations;
import io.taros.platform.egress.Purpose;
import io.taros.platform.identity.IdentityProvider;
import io.taros.platform.identity.IdentityProvider.Client;
import io.taros.platform.identity.IdentityProvider.Dialect;
import io.taros.platform.web.NotFound;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Those that the operator set up; by default there are none. */
@Component
@EnableConfigurationProperties(SignInSettings.class)
public class SignInProviders implements Destinations {
    private record Known(IdentityProvider provider, String name) {}

    private final List<Known> all = new ArrayList<>();
    private final SingleSignOn singleSignOn;

    SignInProviders(SignInSettings settings, SingleSignOn singleSignOn) {
        this.singleSignOn = singleSignOn;
        var google = settings.google();
        add("Google", Dialect.OPENID, google.issuer(), google.clientId(), google.clientSecret());
        var microsoft = settings.microsoft();
        add(
                "Microsoft",
                Dialect.MICROSOFT,
                microsoft.issuer(),
                microsoft.clientId(),
                microsoft.clientSecret());
        var github = settings.github();
        if (github.clientId() != null && github.clientSecret() != null) {
            var client = new Client(github.clientId(), github.clientSecret());
            all.add(
                    new Known(
                            new IdentityProvider(
                                    "github",
                                    Dialect.GITHUB,
                                    github.url(),
                                    github.api(),
                                    client,
                                    answerPath("github")),
                            "GitHub"));
        }
    }

    @Override
    public List<Destination> list() {
        return all.stream()
                .map(known ->
                        new Destination(
                                Purpose.SIGN_IN, known.provider().issuer().getHost(), known.name()))
                .toList();
    }

    public List<ProviderButton> buttons() {
        return all.stream()
                .map(known -> new ProviderButton(known.provider().key(), known.name()))
                .toList();
    }

    /** Those for somebody with this address: their organization's own comes first. */
    public List<ProviderButton> buttons(String email) {
        return Stream.concat(
                        singleSignOn
                                .ofAddress(email)
                                .map(own -> new ProviderButton(own.provider().key(), own.name()))
                                .stream(),
                        buttons().stream())
                .toList();
    }

    /** One of the operator's, or of an organization's own. */
    IdentityProvider get(String key) {
        return common(key)
                .map(Known::provider)
                .or(() -> singleSignOn.find(key).map(SingleSignOn.Own::provider))
                .orElseThrow(NotFound::new);
    }

    /** What an organization has not switched on can be tried; nobody links it by hand. */
    IdentityProvider get(String key, Arrive.Purpose purpose) {
        if (common(key).isPresent()) {
            return get(key);
        }
        return singleSignOn
                .find(key)
                .filter(own ->
                        switch (purpose) {
                            case SIGN_IN, PROVE -> own.isOn();
                            case TRY -> true;
                            case LINK -> false;
                        })
                .map(SingleSignOn.Own::provider)
                .orElseThrow(NotFound::new);
    }

    /** Whether the operator set it up, and its word counts for any address. */
    boolean isCommon(String key) {
        return common(key).isPresent();
    }

    private Optional<Known> common(String key) {
        return all.stream().filter(known -> known.provider().key().equals(key)).findFirst();
    }

    /** For people to read; as the key itself where it is no longer set up. */
    String nameOf(String key) {
        return common(key)
                .map(Known::name)
                .or(() -> singleSignOn.find(key).map(SingleSignOn.Own::name))
                .orElse(key);
    }

    private void add(
            String name,
            Dialect dialect,
            URI issuer,
            @Nullable String id,
            @Nullable String secret) {
        if (id == null || secret == null) {
            return;
        }
        var key = name.toLowerCase(java.util.Locale.ROOT);
        all.add(
                new Known(
                        new IdentityProvider(
                                key,
                                dialect,
                                issuer,
                                issuer,
                                new Client(id, secret),
                                answerPath(key)),
                        name));
    }

    /** Where people come back to, and what the provider has to be told beforehand. */
    public static String answerPath(String key) {
        return "/sign-in/with/" + key + "/answer";
    }
}
