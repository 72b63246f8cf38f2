package io.taros.platform.crypto;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;

/**
 * The keys of one organization, opened. Of each there may be several versions: the newest closes,
 * every one opens.
 */
final class OpenKeys {
    /** Of what Tink puts in front of whatever it seals: a one, and the number of the key. */
    static final int PREFIX = 5;

    private static final byte TINK = 1;

    private final KeysetHandle sealing;
    private final Aead aead;
    private final PrfSet indexing;

    OpenKeys(KeysetHandle sealing, KeysetHandle indexing) throws GeneralSecurityException {
        this.sealing = sealing;
        this.aead = sealing.getPrimitive(RegistryConfiguration.get(), Aead.class);
        this.indexing = indexing.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
    }

    byte[] seal(byte[] plain, byte[] context) throws GeneralSecurityException {
        return aead.encrypt(plain, context);
    }

    byte[] open(byte[] sealed, byte[] context) throws GeneralSecurityException {
        return aead.decrypt(sealed, context);
    }

    Prf index() throws GeneralSecurityException {
        return Objects.requireNonNull(indexing.getPrfs().get(indexing.getPrimaryId()));
    }

    Collection<Prf> indexes() throws GeneralSecurityException {
        return indexing.getPrfs().values();
    }

    /** What everything begins with that the newest key closed. */
    byte[] prefix() {
        return prefix(sealing.getPrimary().getId());
    }

    /** Whether a key that is here closed it. */
    boolean hasKeyOf(byte[] sealed) {
        if (sealed.length < PREFIX) {
            return false;
        }
        var start = Arrays.copyOf(sealed, PREFIX);
        for (var i = 0; i < sealing.size(); i++) {
            if (Arrays.equals(start, prefix(sealing.getAt(i).getId()))) {
                return true;
            }
        }
        return false;
    }

    private static byte[] prefix(int key) {
        return ByteBuffer.allocate(PREFIX).put(TINK).putInt(key).array();
    }
}
