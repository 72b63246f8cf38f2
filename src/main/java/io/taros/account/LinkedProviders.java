package io.taros.account;

import io.taros.account.web.LinkedProvider;
import io.taros.account.web.ProviderButton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The providers that are set up, as one account sees them. */
@Component
class LinkedProviders {
    private final SignInProviders providers;
    private final Identities identities;
    private final OwnProof proof;
    private final SingleSignOn singleSignOn;

    LinkedProviders(
            SignInProviders providers,
            Identities identities,
            OwnProof proof,
            SingleSignOn singleSignOn) {
        this.singleSignOn = singleSignOn;
        this.proof = proof;
        this.providers = providers;
        this.identities = identities;
    }

    /** Those that are linked, and those that could be. */
    List<LinkedProvider> of(Account.Id account) {
        var all = new ArrayList<LinkedProvider>();
        for (var linked : identities.list(account)) {
            all.add(
                    new LinkedProvider(
                            linked.provider(),
                            providers.nameOf(linked.provider()),
                            linked.label()));
        }
        var keys = all.stream().map(LinkedProvider::key).collect(Collectors.toSet());
        providers.buttons().stream()
                .filter(button -> !keys.contains(button.key()))
                .map(button -> new LinkedProvider(button.key(), button.name(), null))
                .forEach(all::add);
        return all;
    }

    /** Those that can say once more who the owner is, where nothing else can. */
    List<ProviderButton> vouching(Account.Id account) {
        if (proof.isThere(account)) {
            return List.of();
        }
        Set<String> keys =
                identities.list(account).stream()
                        .map(Identities.Linked::provider)
                        .collect(Collectors.toSet());
        var vouching =
                new ArrayList<>(
                        providers.buttons().stream()
                                .filter(button -> keys.contains(button.key()))
                                .toList());
        singleSignOn
                .vouching(account)
                .map(own -> new ProviderButton(own.provider().key(), own.name()))
                .ifPresent(vouching::add);
        return vouching;
    }
}
