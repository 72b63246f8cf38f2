package io.taros.billing;

import io.taros.platform.security.OrganizationId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * What is left of the transactions that are gone.
 *
 * @param seq of the last of them
 * @param amount their sum
 * @param transactions how many they were
 * @param since when the first of them was
 * @param until when the last of them was
 * @param hash of the last, so that whoever kept them can show that they are these
 * @param signature Ed25519 over {@link #signed}
 */
public record CreditOpening(
        long seq,
        long amount,
        long transactions,
        Instant since,
        Instant until,
        byte[] hash,
        byte[] signature) {
    /** Before anything has gone. */
    static final CreditOpening NONE =
            new CreditOpening(
                    0,
                    0,
                    0,
                    Instant.EPOCH,
                    Instant.EPOCH,
                    CreditTransaction.BEGINNING,
                    new byte[0]);

    /**
     * With those that follow it, not signed yet.
     *
     * @param next at least one, in their order
     */
    CreditOpening with(List<CreditTransaction> next) {
        return new CreditOpening(
                next.getLast().seq(),
                next.stream().mapToLong(CreditTransaction::amount).reduce(amount, Math::addExact),
                transactions + next.size(),
                transactions == 0 ? next.getFirst().at() : since,
                next.getLast().at(),
                next.getLast().hash(),
                new byte[0]);
    }

    CreditOpening with(byte[] signature) {
        return new CreditOpening(seq, amount, transactions, since, until, hash, signature);
    }

    /** What is signed: a line that a person can read. */
    byte[] signed(OrganizationId organization) {
        return "taros-credits %s %d %d %d %s %s %s"
                .formatted(
                        organization,
                        seq,
                        amount,
                        transactions,
                        since,
                        until,
                        HexFormat.of().formatHex(hash))
                .getBytes(StandardCharsets.UTF_8);
    }
}
