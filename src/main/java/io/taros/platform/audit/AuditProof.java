package io.taros.platform.audit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What it takes to check an organization's audit log without this installation: how to, in
 * docs/audit.md.
 */
@Component
public class AuditProof {
    /** A line of the export. */
    public sealed interface Line {}

    /**
     * @param publicKey Ed25519 as in X.509, in Base64
     */
    public record Key(String publicKey) implements Line {}

    /**
     * @param signed the text that was signed
     * @param signature in Base64
     */
    public record Checkpoint(long checkpoint, String signed, String signature) implements Line {}

    /**
     * Where the log begins, if what was older is over.
     *
     * @param cut the number of the last entry that went
     * @param signed the text that was signed
     * @param signature in Base64
     */
    public record Cut(long cut, String signed, String signature) implements Line {}

    /** An entry as its hash covers it; the hashes in hexadecimal. */
    public record Entry(
            long seq,
            String at,
            String actorKind,
            @Nullable UUID actorId,
            String action,
            @Nullable String objectKind,
            @Nullable UUID objectId,
            @Nullable String requestId,
            int version,
            @Nullable String origin,
            @Nullable String detail,
            String previousHash,
            String hash)
            implements Line {}

    private final AuditKey key;
    private final AuditCheckpoints checkpoints;
    private final AuditCuts cuts;

    AuditProof(AuditKey key, AuditCheckpoints checkpoints, AuditCuts cuts) {
        this.cuts = cuts;
        this.key = key;
        this.checkpoints = checkpoints;
    }

    /** Signed now, so that the proof reaches to the end. */
    public List<Line> witnesses() {
        checkpoints.sign();
        var base64 = Base64.getEncoder();
        var lines = new ArrayList<Line>();
        key.publicKey().ifPresent(bytes -> lines.add(new Key(base64.encodeToString(bytes))));
        cuts.find()
                .ifPresent(cut ->
                        lines.add(
                                new Cut(
                                        cut.seq(),
                                        new String(cut.signed(), StandardCharsets.UTF_8),
                                        base64.encodeToString(cut.signature()))));
        for (var checkpoint : checkpoints.list()) {
            lines.add(
                    new Checkpoint(
                            checkpoint.seq(),
                            new String(checkpoint.signed(), StandardCharsets.UTF_8),
                            base64.encodeToString(checkpoint.signature())));
        }
        return lines;
    }

    public static Line line(AuditEntry entry) {
        var hex = HexFormat.of();
        return new Entry(
                entry.seq(),
                entry.at().toString(),
                entry.actorKind().name(),
                entry.actorId(),
                entry.action(),
                entry.objectKind(),
                entry.objectId(),
                entry.requestId(),
                entry.version(),
                entry.origin(),
                entry.detail(),
                hex.formatHex(entry.previousHash()),
                hex.formatHex(entry.hash()));
    }
}
