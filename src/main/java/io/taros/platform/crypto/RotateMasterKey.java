package io.taros.platform.crypto;

import com.google.crypto.tink.KeysetHandle;
import io.taros.platform.command.Command;
import io.taros.platform.command.Options;
import io.taros.platform.storage.DataDirectory;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.springframework.stereotype.Component;

/**
 * {@code rotate-master-key}: a file in the data directory is replaced at once. A key that the
 * operator sets is replaced in three steps, so that no node ever meets a key it does not know: each
 * call writes down what to set next.
 */
@Component
class RotateMasterKey implements Command {
    private static final int NOT_AS_ASKED = 2;

    private final MasterKey master;
    private final MasterKeyRenewal renewal;

    RotateMasterKey(MasterKey master, MasterKeyRenewal renewal) {
        this.master = master;
        this.renewal = renewal;
    }

    @Override
    public String name() {
        return "rotate-master-key";
    }

    @Override
    public int run(Options options) throws GeneralSecurityException, IOException {
        if (master.isOurs()) {
            System.out.println(
                    "The master key is another one now: %d organization key(s) closed with it, the old one is gone. Back up keys/master.json."
                            .formatted(renewal.renew()));
            return 0;
        }
        var target = options.find("to").map(Path::of);
        if (target.isEmpty()) {
            System.err.println(
                    "The master key is set by taros.crypto.master-key: say where to write the next one with --to FILE.");
            return NOT_AS_ASKED;
        }
        try {
            return step(target.get());
        } catch (FileAlreadyExistsException e) {
            System.err.println(
                    "%s exists already: name a file that does not.".formatted(e.getMessage()));
            return NOT_AS_ASKED;
        }
    }

    private int step(Path target) throws GeneralSecurityException, IOException {
        var keyset = master.keyset();
        if (keyset.size() == 1) {
            write(target, MasterKey.print(Keysets.announced(keyset)));
            System.out.println(
                    "Step 1 of 3: a newer key that only opens is in %s. Set it on every node, restart them one by one, then run this again."
                            .formatted(target));
            return 0;
        }
        if (!Keysets.isNewestPrimary(keyset)) {
            write(target, MasterKey.print(Keysets.promoted(keyset)));
            System.out.println(
                    "Step 2 of 3: the newer key closes with %s. Set it on every node, restart them one by one, then run this again."
                            .formatted(target));
            return 0;
        }
        return stepAlone(target, Keysets.alone(keyset));
    }

    private int stepAlone(Path target, KeysetHandle alone)
            throws GeneralSecurityException, IOException {
        var count = renewal.rewrapAll();
        // A node that closes with the older key still may have made one meanwhile.
        var other = renewal.findNotOpenedBy(alone);
        if (other.isPresent()) {
            System.err.println(
                    "Step 3 of 3 was not taken: the key of %s does not open with the newer key alone. Set what step 2 wrote on every node, restart them, and run this again."
                            .formatted(other.get()));
            return NOT_AS_ASKED;
        }
        write(target, MasterKey.print(alone));
        System.out.println(
                "Step 3 of 3: %d organization key(s) closed with the newer key, which is alone in %s. Set it on every node, restart them, and destroy the old key."
                        .formatted(count, target));
        return 0;
    }

    /** For its owner alone, from the first byte. */
    private static void write(Path target, String keyset) throws IOException {
        Files.createFile(target);
        DataDirectory.restrict(target, "rw-------");
        Files.writeString(target, keyset);
    }
}
