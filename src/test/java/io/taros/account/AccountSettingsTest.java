package io.taros.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.account.AccountSettings.Registration;
import io.taros.platform.StartRefused;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class AccountSettingsTest {
    private static final URI TEXT = URI.create("https://fjord.example/text");

    @Test
    void letNobodyInUninvitedUnlessToldSo() {
        var settings =
                new Binder(new MapConfigurationPropertySource(Map.of()))
                        .bindOrCreate("taros.accounts", AccountSettings.class);

        assertThat(settings.isOpen()).isFalse();
        assertThat(settings.breachedPasswords()).isNull();
        assertThat(settings.textsVersion()).isEqualTo("1");
        assertThatCode(() -> settings.check(false)).doesNotThrowAnyException();
    }

    @Test
    void refuseAStartThatPromisesWhatItCannotKeep() {
        var open = new AccountSettings(Registration.OPEN, TEXT, TEXT, "1", null);
        assertThatThrownBy(() -> open.check(false))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("taros.mail.host");
        assertThatCode(() -> open.check(true)).doesNotThrowAnyException();

        var silent = new AccountSettings(Registration.OPEN, TEXT, null, "1", null);
        assertThatThrownBy(() -> silent.check(true))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("taros.accounts.privacy");
    }
}
