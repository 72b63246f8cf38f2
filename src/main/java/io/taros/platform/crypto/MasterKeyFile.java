package io.taros.platform.crypto;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import io.taros.platform.storage.DataDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;

/** A file that only its owner can read, made when there is none. */
record MasterKeyFile(Path file) implements MasterKeyPlace {
    @Override
    public KeysetHandle read() throws GeneralSecurityException, IOException {
        if (Files.exists(file)) {
            return MasterKey.parse(Files.readString(file));
        }
        var fresh =
                KeysetHandle.generateNew(
                        PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get());
        write(fresh);
        return fresh;
    }

    @Override
    public boolean isWritable() {
        return true;
    }

    /** Whole or not at all, and on the disk before anything is closed with it. */
    @Override
    public void write(KeysetHandle keyset) throws GeneralSecurityException, IOException {
        var unfinished = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(unfinished);
        Files.createFile(unfinished);
        DataDirectory.restrict(unfinished, "rw-------");
        try (var channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
            var text = ByteBuffer.wrap(MasterKey.print(keyset).getBytes(StandardCharsets.UTF_8));
            while (text.hasRemaining()) {
                channel.write(text);
            }
            channel.force(true);
        }
        Files.move(
                unfinished,
                file,
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        // Without it the old name may be back after a power cut.
        DataDirectory.flush(file.resolveSibling("."));
    }
}
