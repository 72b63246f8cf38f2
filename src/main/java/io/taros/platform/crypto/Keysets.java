package io.taros.platform.crypto;

import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.RegistryConfiguration;
import java.security.GeneralSecurityException;

/** What is done to the versions of a key; each step leaves a keyset that opens what was closed. */
final class Keysets {
    private Keysets() {}

    static KeysetHandle fresh(Parameters kind) {
        return checked(() -> KeysetHandle.generateNew(kind, RegistryConfiguration.get()));
    }

    /** With a newer key that closes from now on. */
    static KeysetHandle renewed(KeysetHandle keyset) {
        return promoted(announced(keyset));
    }

    /** With a newer key that only opens: for all to know before anybody closes with it. */
    static KeysetHandle announced(KeysetHandle keyset) {
        var kind = keyset.getPrimary().getKey().getParameters();
        return checked(() ->
                KeysetHandle.newBuilder(keyset)
                        .addEntry(KeysetHandle.generateEntryFromParameters(kind).withRandomId())
                        .build());
    }

    /** The newest closes. */
    static KeysetHandle promoted(KeysetHandle keyset) {
        var builder = KeysetHandle.newBuilder(keyset);
        builder.getAt(builder.size() - 1).makePrimary();
        return checked(builder::build);
    }

    /** With older keys that only open. */
    static KeysetHandle with(KeysetHandle keyset, KeysetHandle older) {
        var builder = KeysetHandle.newBuilder(keyset);
        for (var i = 0; i < older.size(); i++) {
            var entry = older.getAt(i);
            builder.addEntry(KeysetHandle.importKey(entry.getKey()).withFixedId(entry.getId()));
        }
        return checked(builder::build);
    }

    /** The one that closes, alone: what others closed opens no more. */
    static KeysetHandle alone(KeysetHandle keyset) {
        var primary = keyset.getPrimary();
        return checked(() ->
                KeysetHandle.newBuilder()
                        .addEntry(
                                KeysetHandle.importKey(primary.getKey())
                                        .withFixedId(primary.getId())
                                        .makePrimary())
                        .build());
    }

    static boolean isNewestPrimary(KeysetHandle keyset) {
        return keyset.getAt(keyset.size() - 1).isPrimary();
    }

    private interface Step {
        KeysetHandle take() throws GeneralSecurityException;
    }

    private static KeysetHandle checked(Step step) {
        try {
            return step.take();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
