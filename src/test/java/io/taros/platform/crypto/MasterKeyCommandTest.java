package io.taros.platform.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.taros.platform.StartRefused;
import io.taros.platform.TarosSettings;
import io.taros.platform.storage.DataDirectory;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The master key may stay in a vault that a program of the operator's asks. */
class MasterKeyCommandTest {
    @TempDir Path directory;

    @Test
    void takesWhatTheVaultPrintsAndWritesItNowhere() throws Exception {
        AeadConfig.register();
        var keyset =
                KeysetHandle.generateNew(
                        PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
        var vault = directory.resolve("vault");
        Files.writeString(vault, MasterKey.print(keyset));

        var master = new MasterKey(data(), settings("cat '" + vault + "'"));

        assertThat(master.keyset().equalsKeyset(keyset)).isTrue();
        assertThat(master.isOurs()).isFalse();
        assertThat(directory.resolve("data/keys/master.json")).doesNotExist();
    }

    @Test
    void refusesToStartWithoutAKey() {
        assertThatThrownBy(() -> new MasterKeyCommand("exit 3").read())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("ended with code 3");
        assertThatThrownBy(() -> new MasterKeyCommand("sleep 60", Duration.ofMillis(100)).read())
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("printed no key");
        var data = data();
        assertThatThrownBy(() -> new MasterKey(data, settings("echo nothing of the kind")))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("must be a Tink JSON keyset")
                .hasMessageNotContaining("nothing of the kind");
    }

    @Test
    void isOneOrTheOther() {
        assertThatThrownBy(() ->
                        new MasterKey(data(), new CryptoSettings("{}", "cat key", Duration.ZERO)))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("not both");
    }

    private DataDirectory data() {
        return new DataDirectory(
                new TarosSettings(directory.resolve("data"), URI.create("http://localhost")));
    }

    private static CryptoSettings settings(String command) {
        return new CryptoSettings(null, command, Duration.ZERO);
    }
}
