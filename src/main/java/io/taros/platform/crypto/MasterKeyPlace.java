package io.taros.platform.crypto;

import com.google.crypto.tink.KeysetHandle;
import java.io.IOException;
import java.security.GeneralSecurityException;

/**
 * Where the master key is kept: a file, a setting, or somebody else's vault. All versions of it are
 * one keyset; the primary closes, every one opens.
 */
interface MasterKeyPlace {
    KeysetHandle read() throws GeneralSecurityException, IOException;

    /** Whether this process may change what is kept, or an operator has to. */
    boolean isWritable();

    void write(KeysetHandle keyset) throws GeneralSecurityException, IOException;
}
