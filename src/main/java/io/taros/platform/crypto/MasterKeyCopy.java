package io.taros.platform.crypto;

import io.taros.platform.storage.DataDirectory;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The master key for a backup, where it is the installation's own to keep. */
@Component
public class MasterKeyCopy {
    /** Where it lies in a data directory. */
    public static final String DIRECTORY = "keys";

    public static final String FILE = "master.json";

    private final MasterKey master;
    private final MasterKeyRenewal keys;

    MasterKeyCopy(MasterKey master, MasterKeyRenewal keys) {
        this.master = master;
        this.keys = keys;
    }

    /** Empty where the operator sets it. */
    public Optional<String> find() {
        try {
            return master.isOurs()
                    ? Optional.of(MasterKey.print(master.keyset()))
                    : Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whose key this master key does not open; nobody's, as it should be. */
    public Optional<String> findNotOpened() {
        return keys.findNotOpenedBy(master.keyset());
    }

    /** Puts it where an installation looks for it. */
    public static void put(DataDirectory data, String json) throws IOException {
        try {
            new MasterKeyFile(data.directory(DIRECTORY).resolve(FILE)).write(MasterKey.parse(json));
        } catch (GeneralSecurityException e) {
            throw new IOException("The master key cannot be read", e);
        }
    }
}
