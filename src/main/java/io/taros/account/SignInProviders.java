package io.taros.account;

import io.taros.account.web.ProviderButton;
import io.taros.platform.identity.IdentityProvider;
import io.taros.platform.identity.IdentityProvider.Client;
import io.taros.platform.identity.IdentityProvider.Dialect;
import io.taros.platform.web.NotFound;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Those that the operator set up; by default there are none. */
@Component
@EnableConfigurationProperties(SignInSettings.class)
public class SignInProviders {
    private record Known(IdentityProvider provider, String name) {}

    private final List<Known> all = new ArrayList<>();

    SignInProviders(SignInSettings settings) {
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

    public List<ProviderButton> buttons() {
        return all.stream()
                .map(known -> new ProviderButton(known.provider().key(), known.name()))
                .toList();
    }

    IdentityProvider get(String key) {
        return all.stream()
                .map(Known::provider)
                .filter(provider -> provider.key().equals(key))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /** For people to read; as the key itself where it is no longer set up. */
    String nameOf(String key) {
        return all.stream()
                .filter(known -> known.provider().key().equals(key))
                .map(Known::name)
                .findFirst()
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

    private static String answerPath(String key) {
        return "/sign-in/with/" + key + "/answer";
    }
}
