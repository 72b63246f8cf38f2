package io.taros.platform.crypto;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * @param masterKey a Tink JSON keyset for AES-256-GCM; without it the key is a file in the data
 *     directory, which several nodes cannot share
 * @param masterKeyCommand a line for the shell that prints that keyset, from wherever it is kept: a
 *     vault, a key management service, the system's store of credentials; run at each start
 * @param renewAfter how old an organization's key may become before it is replaced by itself; with
 *     {@code 0} it never is
 */
@Validated
@ConfigurationProperties("taros.crypto")
record CryptoSettings(
        @Nullable String masterKey,
        @Nullable String masterKeyCommand,
        @DefaultValue("365d") @NotNull Duration renewAfter) {
    /** Never the key. */
    @Override
    public String toString() {
        return "CryptoSettings";
    }
}
