package io.taros.platform.crypto;

import com.google.crypto.tink.KeysetHandle;
import java.security.GeneralSecurityException;

/** A setting, as a rule an environment variable: the same on every node, and the operator's. */
record ConfiguredMasterKey(String json) implements MasterKeyPlace {
    @Override
    public KeysetHandle read() throws GeneralSecurityException {
        return MasterKey.parse(json);
    }

    @Override
    public boolean isWritable() {
        return false;
    }

    @Override
    public void write(KeysetHandle keyset) {
        throw new IllegalStateException("taros.crypto.master-key is the operator's to change");
    }

    /** Never the key. */
    @Override
    public String toString() {
        return "ConfiguredMasterKey";
    }
}
