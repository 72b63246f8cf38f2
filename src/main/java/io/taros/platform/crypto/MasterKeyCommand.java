package io.taros.platform.crypto;

import com.google.crypto.tink.KeysetHandle;
import io.taros.platform.StartRefused;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Somebody else's vault, asked by the operator's own command: whatever that vault is, there is a
 * program for it, and its credentials stay out of ours. What it prints is kept nowhere.
 */
record MasterKeyCommand(String line, Duration patience) implements MasterKeyPlace {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int LONGEST = 64 * 1024;

    MasterKeyCommand(String line) {
        this(line, PATIENCE);
    }

    @Override
    public KeysetHandle read() throws GeneralSecurityException, IOException {
        var process =
                new ProcessBuilder("/bin/sh", "-c", line)
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        process.getOutputStream().close();
        try {
            var printed =
                    CompletableFuture.supplyAsync(() -> printedBy(process))
                            .get(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TimeoutException();
            }
            var code = process.exitValue();
            if (code != 0) {
                throw new StartRefused(
                        "taros.crypto.master-key-command ended with code %d; its own words are on standard error."
                                .formatted(code));
            }
            return MasterKey.parse(printed);
        } catch (TimeoutException e) {
            throw new StartRefused(
                    "taros.crypto.master-key-command printed no key within %d seconds."
                            .formatted(patience.toSeconds()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String printedBy(Process process) {
        try (var output = process.getInputStream()) {
            return new String(output.readNBytes(LONGEST), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Override
    public boolean isWritable() {
        return false;
    }

    @Override
    public void write(KeysetHandle keyset) {
        throw new IllegalStateException("What the vault keeps is the operator's to change");
    }
}
