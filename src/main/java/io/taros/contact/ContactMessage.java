package io.taros.contact;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wrote to the operator.
 *
 * @param language of the page it was written on
 * @param toldAt when the operator's mail server took it; absent where no mail was sent
 * @param closedAt absent while something is left to do
 * @param goneOn when it is deleted if nothing happens to it until then
 */
public record ContactMessage(
        Id id,
        String name,
        String email,
        String text,
        String language,
        Instant receivedAt,
        @Nullable Instant toldAt,
        @Nullable Instant closedAt,
        Instant goneOn) {
    public record Id(UUID value) implements io.taros.platform.sql.Id {
        @Override
        public String toString() {
            return value.toString();
        }
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    /** Never what was written, nor by whom. */
    @Override
    public String toString() {
        return "ContactMessage " + id;
    }
}
