package io.taros.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.springframework.stereotype.Component;

/**
 * Seals and opens data with the key of the bound organization (AES-256-GCM). The context, for
 * example table, column and row, is part of the seal: bytes moved elsewhere do not open. The key is
 * made at first use and its destruction makes everything it sealed unreadable, backups included.
 */
@Component
public class OrganizationKeys implements Sealing {
    private final OrganizationKeyring ring;

    OrganizationKeys(OrganizationKeyring ring) {
        this.ring = ring;
    }

    public byte[] encrypt(byte[] plain, String context) {
        try {
            return ring.keys().seal(plain, bytes(context));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealing failed", e);
        }
    }

    public byte[] decrypt(byte[] sealed, String context) {
        var keys = ring.keys();
        try {
            // Another node may have made a newer key a moment ago.
            return (keys.hasKeyOf(sealed) ? keys : ring.keysAnew()).open(sealed, bytes(context));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "Sealed data does not open: another key, another context, or altered bytes", e);
        }
    }

    public byte[] encryptText(String plain, String context) {
        return encrypt(bytes(plain), context);
    }

    @Override
    public byte[] seal(byte[] plain, String context) {
        return encrypt(plain, context);
    }

    @Override
    public byte[] open(byte[] sealed, String context) {
        return decrypt(sealed, context);
    }

    @Override
    public byte[] prefix() {
        return ring.keys().prefix();
    }

    /** Whether the newest key closed it. */
    public boolean isNewest(byte[] sealed) {
        return java.util.Arrays.equals(prefix(), java.util.Arrays.copyOf(sealed, OpenKeys.PREFIX));
    }

    public String decryptText(byte[] sealed, String context) {
        return new String(decrypt(sealed, context), StandardCharsets.UTF_8);
    }

    /**
     * Whatever the bound organization's key sealed opens no more, here or in a backup of the data
     * alone. Another node that has the key open forgets it ten minutes after it read it.
     */
    public void destroy() {
        ring.destroy();
    }

    /** Drops the opened keys; the next use reads them again. */
    public void forget() {
        ring.forget();
    }

    /** The same for the bound organization alone. */
    void forgetBound() {
        ring.forgetBound();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
