package io.taros.partner;

import io.taros.organization.Tie;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whoever manages others gives them back first. */
@Component
class ClientsTie implements Tie {
    private final Clients clients;

    ClientsTie(Clients clients) {
        this.clients = clients;
    }

    @Override
    public Optional<String> find() {
        return clients.list().isEmpty()
                ? Optional.empty()
                : Optional.of("partner.input.has-clients");
    }
}
