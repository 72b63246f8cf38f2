package io.taros.platform.egress;

import io.taros.platform.security.OrganizationId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call that left the house, or did not. No content, and nobody's name.
 *
 * @param organization whose data it carried; the installation's where it was nobody else's
 * @param calls how many it stands for; more than one only for pages of one site in one hour, and
 *     for what was refused in one
 * @param masked how many values were replaced before; null where nothing was looked for
 */
public record LedgerEntry(
        UUID id,
        OrganizationId organization,
        Instant at,
        Purpose purpose,
        String vendor,
        String host,
        Area area,
        @Nullable String model,
        List<DataKind> data,
        long calls,
        long sentBytes,
        long receivedBytes,
        @Nullable Integer masked,
        Outcome outcome) {
    public LedgerEntry {
        data = List.copyOf(data);
    }

    public enum Outcome {
        /** It began, and what came of it was never written down: the server was stopped. */
        OPEN,
        ANSWERED,
        FAILED,
        /** The organization's policy did not allow it: nothing was sent. */
        REFUSED
    }

    LedgerEntry ended(Outcome how, long sent, long received) {
        return new LedgerEntry(
                id,
                organization,
                at,
                purpose,
                vendor,
                host,
                area,
                model,
                data,
                calls,
                sent,
                received,
                masked,
                how);
    }
}
