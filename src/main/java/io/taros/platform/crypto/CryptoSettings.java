package io.taros.platform.crypto;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param masterKey a Tink JSON keyset for AES-256-GCM; without it the key is a file in the data
 *     directory, which several nodes cannot share
 */
@ConfigurationProperties("taros.crypto")
record CryptoSettings(@Nullable String masterKey) {
    /** Never the key. */
    @Override
    public String toString() {
        return "CryptoSettings";
    }
}
