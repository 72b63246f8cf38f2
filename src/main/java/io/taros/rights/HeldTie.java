package io.taros.rights;

import io.taros.organization.Tie;
import io.taros.platform.retention.Holds;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Closing ends in erasing, which a hold forbids. */
@Component
class HeldTie implements Tie {
    private final Holds holds;
    private final InstantSource clock;

    HeldTie(Holds holds, InstantSource clock) {
        this.holds = holds;
        this.clock = clock;
    }

    @Override
    public Optional<String> find() {
        return holds.forRemoval(clock.instant()).isNothing()
                ? Optional.empty()
                : Optional.of("rights.input.closing-held");
    }
}
