package io.taros.backup;

import com.github.luben.zstd.ZstdInputStream;
import com.google.crypto.tink.StreamingAead;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads what {@link BackupWriter} wrote, in the same order. */
final class BackupReader implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    private static final int ID = 36;

    private final Path file;
    private final DataInputStream in;
    private byte[] piece = new byte[BUFFER];

    /** Takes the pieces of a thing. */
    interface Pieces {
        void piece(byte[] bytes, int length) throws IOException;
    }

    BackupReader(Path file, BackupKeys keys) throws IOException {
        this.file = file;
        var plain = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            checkIsOf(plain, keys.id());
            in =
                    new DataInputStream(
                            new BufferedInputStream(
                                    new ZstdInputStream(opened(plain, keys)), BUFFER));
        } catch (IOException e) {
            plain.close();
            throw damaged(e);
        } catch (BadBackup e) {
            plain.close();
            throw e;
        }
    }

    /** The name of what comes next; empty at the end. */
    Optional<String> next() {
        try {
            return Optional.of(in.readUTF()).filter(name -> !name.isEmpty());
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    /** All of what is next, in pieces that are only good until the following one. */
    void read(Pieces pieces) throws IOException {
        for (var length = length(); length > 0; length = length()) {
            fill(length);
            pieces.piece(piece, length);
        }
    }

    <T> T json(Class<T> type) throws IOException {
        var bytes = new ByteArrayOutputStream();
        read((some, length) -> bytes.write(some, 0, length));
        try {
            return JsonMapper.shared().readValue(bytes.toByteArray(), type);
        } catch (JacksonException e) {
            throw damaged(e);
        }
    }

    /** What is next, line by line with the line's end: a row of a table each. */
    void lines(io.taros.platform.sql.copy.Rows rows) throws IOException {
        var line = new ByteArrayOutputStream();
        read((bytes, length) -> {
            var from = 0;
            for (var i = 0; i < length; i++) {
                if (bytes[i] == '\n') {
                    line.write(bytes, from, i + 1 - from);
                    rows.row(line.toByteArray());
                    line.reset();
                    from = i + 1;
                }
            }
            line.write(bytes, from, length - from);
        });
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private int length() {
        try {
            return in.readInt();
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private void fill(int length) {
        if (length > piece.length) {
            piece = new byte[length];
        }
        try {
            in.readFully(piece, 0, length);
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private void checkIsOf(InputStream plain, UUID id) throws IOException {
        if (!Arrays.equals(plain.readNBytes(BackupWriter.MARK.length), BackupWriter.MARK)) {
            throw new BadBackup("The file %s is no backup of Taros.".formatted(file));
        }
        var own = new String(plain.readNBytes(ID), StandardCharsets.US_ASCII);
        if (!own.equals(id.toString())) {
            throw new BadBackup(
                    "These keys belong to another backup than %s: take the file that was written with it."
                            .formatted(file));
        }
    }

    private static InputStream opened(InputStream plain, BackupKeys keys) throws IOException {
        try {
            StreamingAead cipher = BackupKeys.cipher(keys.key());
            return cipher.newDecryptingStream(plain, BackupWriter.context(keys.id()));
        } catch (GeneralSecurityException e) {
            throw new BadBackup("The file of keys holds no key that can be used.", e);
        }
    }

    private BadBackup damaged(Exception e) {
        return new BadBackup(
                "The backup %s does not open: it is damaged, was cut off, or its keys were changed."
                        .formatted(file),
                e);
    }
}
