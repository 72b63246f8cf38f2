package io.taros.testing;

import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** The clock of the product, which tests can put anywhere. Each test begins with the real time. */
@Component
@Primary
public final class MovedClock implements InstantSource {
    private volatile @Nullable Instant stands;

    /** From then on it stands there. */
    public void putTo(Instant moment) {
        stands = moment;
    }

    void reset() {
        stands = null;
    }

    @Override
    public Instant instant() {
        var at = stands;
        return at == null ? Instant.now() : at;
    }
}
