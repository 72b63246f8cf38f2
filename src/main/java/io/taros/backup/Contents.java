package io.taros.backup;

import io.taros.platform.erasure.ErasureJournal;
import io.taros.platform.sql.copy.Digest;
import io.taros.platform.sql.copy.TableColumns;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The first thing in a backup: what it is of.
 *
 * @param versions the migrations its database has had
 * @param tables whose rows follow
 */
record Contents(UUID id, Instant at, List<String> versions, List<TableColumns> tables) {
    /** Copied into the small file, so that they can be destroyed with it. */
    static final Set<String> KEYS = Set.of("organization_key", "installation_key");

    /** Not copied: everybody signs in again. */
    static final Set<String> SESSIONS = Set.of("spring_session", "spring_session_attributes");

    /** What a backup holds of the data directory, and nothing else is taken out of one. */
    private static final Pattern FILES =
            Pattern.compile(
                    "blobs/[0-9a-f-]{36}/[0-9a-f]{2}/([0-9a-f-]{36})|audit/checkpoints\\.jsonl|"
                            + Pattern.quote(ErasureJournal.FILE));

    static final String NAME = "contents.json";
    static final String TABLE = "table/";
    static final String FILE = "file/";

    Contents {
        versions = List.copyOf(versions);
        tables = List.copyOf(tables);
    }

    static boolean isOurs(String file) {
        return FILES.matcher(file).matches();
    }

    static Optional<UUID> blob(String file) {
        var name = FILES.matcher(file);
        return name.matches()
                ? Optional.ofNullable(name.group(1)).map(UUID::fromString)
                : Optional.empty();
    }

    /** The last thing in a backup: what all of it came to. */
    record Totals(Map<String, Digest.Total> tables, Digest.Total files) {
        static final String NAME = "totals.json";
        static final Totals NOTHING = new Totals(Map.of(), new Digest.Total(-1, ""));

        Totals {
            tables = Map.copyOf(tables);
        }

        long rows() {
            return tables.values().stream().mapToLong(Digest.Total::count).sum();
        }
    }
}
