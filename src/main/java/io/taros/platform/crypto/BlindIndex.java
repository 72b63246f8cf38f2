package io.taros.platform.crypto;

import com.google.crypto.tink.prf.Prf;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Finds a sealed value that equals another without opening any: beside it stands a keyed hash
 * (HMAC-SHA256) that only the bound organization can make. Whoever has the rows alone learns which
 * of them hold the same, and nothing else. It goes with the organization's key.
 */
@Component
public class BlindIndex {
    /** Enough to tell apart, and half as long as it could be. */
    private static final int BYTES = 16;

    private final OrganizationKeyring ring;

    BlindIndex(OrganizationKeyring ring) {
        this.ring = ring;
    }

    /**
     * To be stored beside the sealed value, which is to be sealed first.
     *
     * @param kind what is hashed, such as an address: the same words as something else do not match
     */
    public byte[] of(String kind, String normalised) {
        try {
            return hash(ring.keys().index(), kind, normalised);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * To be looked for, as {@code = any(:hashes)}: while the organization's key is being replaced,
     * some rows have the hash of the old one.
     */
    public List<byte[]> allOf(String kind, String normalised) {
        try {
            return ring.keysAnew().indexes().stream()
                    .map(index -> hash(index, kind, normalised))
                    .toList();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The same at a door that many go through, with the keys this node has open: a key that another
     * node has just begun to replace is among them a little later.
     */
    public List<byte[]> allKnownOf(String kind, String normalised) {
        try {
            return ring.keys().indexes().stream()
                    .map(index -> hash(index, kind, normalised))
                    .toList();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hash(Prf index, String kind, String normalised) {
        try {
            // The kind has no such character, so no two pairs are the same bytes.
            var said = (kind + "\n" + normalised).getBytes(StandardCharsets.UTF_8);
            return index.compute(said, BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
