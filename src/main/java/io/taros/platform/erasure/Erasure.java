package io.taros.platform.erasure;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journal. It names nobody: the ids are random and lead to nothing any more.
 *
 * @param kind as the {@link Eraser} for it says, or {@link #BACKUP}
 * @param organization whose it was; none for what belonged to the installation
 */
public record Erasure(Instant at, String kind, @Nullable UUID organization, UUID id) {
    /** Not an erasure: a backup was begun here. Whoever has this line knows what came after it. */
    public static final String BACKUP = "backup";

    public Erasure {
        Objects.requireNonNull(at);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(id);
    }

    public boolean isOfBackup(UUID backup) {
        return kind.equals(BACKUP) && id.equals(backup);
    }

    public boolean isErasure() {
        return !kind.equals(BACKUP);
    }
}
