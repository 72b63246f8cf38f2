package io.taros.privacy.web;

import io.taros.platform.crypto.KeyRenewal;
import io.taros.platform.web.View;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Settings: the organization's key. Posts to {@code /settings/encryption/renewal}.
 *
 * @param key none while nothing was sealed yet
 * @param renewsAfter how old it becomes before it is replaced by itself; zero where it never is
 */
public record EncryptionPage(KeyRenewal.@Nullable State key, Duration renewsAfter) implements View {
    @Override
    public String template() {
        return "privacy/encryption";
    }
}
