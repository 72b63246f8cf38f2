package io.taros.bot;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Brought by the module that talks to models: who would write, and where text would go. */
public interface Writers {
    /**
     * @param host that text is sent to
     */
    record Writer(Provider provider, String model, String host) {}

    /** Empty where nobody writes: none wanted, or this installation is not set up for it. */
    Optional<Writer> find(Provider provider, @Nullable String model);

    /** Who else than we gets a question. */
    Recipients recipients(Provider provider, @Nullable String model);
}
