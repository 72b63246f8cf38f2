package io.taros.platform.crypto;

import com.google.crypto.tink.KeysetHandle;
import io.taros.platform.audit.Audit;
import io.taros.platform.security.OrganizationId;
import io.taros.platform.security.Tenancy;
import io.taros.platform.sql.CrossOrganization;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Replaces the master key. Only keys are closed with it, so nothing of what they sealed is touched,
 * and whoever reads goes on reading. Each step may be repeated: cut off in the middle, it is done
 * again from the start.
 */
@Component
class MasterKeyRenewal {
    private static final int BATCH = 100;
    private static final UUID FIRST = new UUID(0, 0);
    private static final String DONE = "\n";

    private record Row(UUID organizationId, byte[] sealedKeyset, byte @Nullable [] sealedIndex) {}

    private final MasterKey master;
    private final InstallationSeal installation;
    private final CrossOrganization everybody;
    private final List<SealedTable> tables;
    private final Audit audit;

    MasterKeyRenewal(
            MasterKey master,
            InstallationSeal installation,
            CrossOrganization everybody,
            List<SealedTables> tables,
            Audit audit) {
        this.master = master;
        this.installation = installation;
        this.everybody = everybody;
        this.tables = tables.stream().flatMap(module -> module.ofInstallation().stream()).toList();
        this.audit = audit;
    }

    /** From the first step to the last, where the key is this process's own to change. */
    int renew() {
        // More than one version: somebody was cut off after making the newer one.
        if (master.keyset().size() == 1) {
            master.replace(Keysets.renewed(master.keyset()));
        }
        var count = rewrapAll();
        var alone = Keysets.alone(master.keyset());
        findNotOpenedBy(alone)
                .ifPresent(owner -> {
                    throw new IllegalStateException(
                            "The key of %s is closed with the older master key; run this again"
                                    .formatted(owner));
                });
        master.replace(alone);
        return count;
    }

    /** Every key is closed with the version that closes now. */
    int rewrapAll() {
        resealInstallation();
        rewrapInstallation();
        var count = 0;
        var last = FIRST;
        var batch = rewrap(last);
        while (!batch.isEmpty()) {
            count += batch.size();
            last = batch.getLast();
            batch = rewrap(last);
        }
        Tenancy.callAs(
                Tenancy.Hand.OPERATOR,
                OrganizationId.INSTALLATION,
                null,
                () -> {
                    audit.record(KeyAction.MASTER_RENEWED);
                    return true;
                });
        return count;
    }

    /** What the master key closed itself, in the days before it only closed keys. */
    private void resealInstallation() {
        for (var table : tables) {
            var after = "";
            while (!after.equals(DONE)) {
                var from = after;
                after =
                        everybody.inTransaction(
                                jdbc -> rows(table, jdbc).reseal(from).orElse(DONE));
            }
            if (everybody.inTransaction(jdbc -> rows(table, jdbc).isStale())) {
                throw new IllegalStateException(
                        "Some of %s is closed by the older key; run this again"
                                .formatted(table.name()));
            }
        }
        installation.retireOlder();
    }

    /** What is left out opens no more, so it waits for whoever holds a row. */
    private SealedRows rows(SealedTable table, JdbcClient jdbc) {
        return new SealedRows(table, jdbc, installation, BATCH, true);
    }

    private void rewrapInstallation() {
        everybody.inTransaction(jdbc -> {
            var found =
                    jdbc.sql("select sealed_keyset from installation_key for update")
                            .query(byte[].class)
                            .optional();
            return found.isPresent()
                    ? jdbc.sql("update installation_key set sealed_keyset = :keyset")
                            .param("keyset", again(found.get(), InstallationSeal.OWNER))
                            .update()
                    : 0;
        });
        installation.forget();
    }

    /** Whose key would be lost if this were the only master key; nobody's, as it should be. */
    Optional<String> findNotOpenedBy(KeysetHandle alone) {
        var found =
                everybody.inTransaction(jdbc ->
                        jdbc.sql("select sealed_keyset from installation_key")
                                .query(byte[].class)
                                .optional()
                                .filter(key ->
                                        !MasterKey.opens(alone, key, InstallationSeal.OWNER)));
        if (found.isPresent()) {
            return Optional.of("the installation");
        }
        var rows = rowsAfter(FIRST);
        while (!rows.isEmpty()) {
            for (var row : rows) {
                if (!isOpenedBy(alone, row)) {
                    return Optional.of("organization " + row.organizationId());
                }
            }
            rows = rowsAfter(rows.getLast().organizationId());
        }
        return Optional.empty();
    }

    private static boolean isOpenedBy(KeysetHandle alone, Row row) {
        var owner = row.organizationId().toString();
        var index = row.sealedIndex();
        return MasterKey.opens(alone, row.sealedKeyset(), owner)
                && (index == null || MasterKey.opens(alone, index, owner));
    }

    private List<Row> rowsAfter(UUID last) {
        return everybody.inTransaction(jdbc -> read(jdbc, last));
    }

    private static List<Row> read(JdbcClient jdbc, UUID after) {
        return jdbc
                .sql(
                        """
                        select organization_id, sealed_keyset, sealed_index from organization_key
                        where organization_id > :after order by 1 limit :most for update
                        """)
                .param("after", after)
                .param("most", BATCH)
                .query(Row.class)
                .list()
                .stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    private List<UUID> rewrap(UUID after) {
        return Objects.requireNonNull(
                everybody.inTransaction(jdbc -> {
                    var rows = read(jdbc, after);
                    rows.forEach(row -> rewrap(jdbc, row));
                    return rows.stream().map(Row::organizationId).toList();
                }));
    }

    private void rewrap(JdbcClient jdbc, Row row) {
        var owner = row.organizationId().toString();
        var index = row.sealedIndex();
        jdbc.sql(
                        """
                        update organization_key set sealed_keyset = :keyset, sealed_index = :index::bytea
                        where organization_id = :organization
                        """)
                .param("keyset", again(row.sealedKeyset(), owner))
                .param("index", index == null ? null : again(index, owner))
                .param("organization", row.organizationId())
                .update();
    }

    private byte[] again(byte[] sealed, String owner) {
        KeysetHandle key = master.open(sealed, owner);
        return master.close(key, owner);
    }
}
