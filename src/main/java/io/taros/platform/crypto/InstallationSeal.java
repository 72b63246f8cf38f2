package io.taros.platform.crypto;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import org.springframework.stereotype.Component;

/**
 * Seals small secrets that belong to no organization, such as an account's second factor, with the
 * master key itself. The context, for example table, column and row, is part of the seal: bytes
 * moved to another row do not open.
 */
@Component
public class InstallationSeal {
    private final MasterKey master;

    InstallationSeal(MasterKey master) {
        this.master = master;
    }

    public byte[] seal(byte[] plain, String context) {
        try {
            return master.aead().encrypt(plain, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Sealing failed", e);
        }
    }

    public byte[] open(byte[] sealed, String context) {
        try {
            return master.aead().decrypt(sealed, context.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "Sealed data does not open: another key, another context, or altered bytes", e);
        }
    }
}
