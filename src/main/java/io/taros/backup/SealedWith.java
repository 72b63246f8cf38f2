package io.taros.backup;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Files that were sealed anew with a key that the backup does not hold could not be opened. */
final class SealedWith {
    private static final String KEYSET = "sealed_keyset";

    private SealedWith() {}

    /**
     * @param then the keys as of the moment of the backup
     * @param now as of after its files were copied; who came or went meanwhile does not matter
     */
    static void check(List<BackupKeys.KeyRows> then, List<BackupKeys.KeyRows> now)
            throws IOException {
        var later = keysets(now);
        for (var keyset : keysets(then).entrySet()) {
            var current = later.getOrDefault(keyset.getKey(), keyset.getValue());
            if (!current.equals(keyset.getValue())) {
                throw new IOException("a key was renewed meanwhile; run it again");
            }
        }
    }

    private static Map<String, String> keysets(List<BackupKeys.KeyRows> tables) {
        var found = new TreeMap<String, String>();
        for (var table : tables) {
            var place = table.table().columns().indexOf(KEYSET);
            for (var row : table.rows()) {
                var values = row.split("\t", -1);
                found.put(table.table().name() + " " + values[0], values[place]);
            }
        }
        return found;
    }
}
