package io.taros.backup;

import com.github.luben.zstd.ZstdOutputStream;
import com.google.crypto.tink.StreamingAead;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/**
 * The large file, from its beginning to its end: a mark and the backup's id in clear, then one
 * thing after the other, each a name and pieces, compressed and sealed as a whole.
 */
final class BackupWriter implements AutoCloseable {
    static final byte[] MARK = "TAROSBK1".getBytes(StandardCharsets.US_ASCII);
    private static final int LEVEL = 3;
    private static final int BUFFER = 1 << 16;

    private final DataOutputStream out;

    BackupWriter(Path file, UUID id, String key) throws IOException {
        var plain =
                new BufferedOutputStream(
                        new Forced(FileChannel.open(file, StandardOpenOption.WRITE)), BUFFER);
        plain.write(MARK);
        plain.write(id.toString().getBytes(StandardCharsets.US_ASCII));
        out =
                new DataOutputStream(
                        new BufferedOutputStream(
                                new ZstdOutputStream(sealed(plain, id, key), LEVEL), BUFFER));
    }

    static byte[] context(UUID id) {
        return ("taros.backup:" + id).getBytes(StandardCharsets.UTF_8);
    }

    void begin(String name) throws IOException {
        out.writeUTF(name);
    }

    void piece(byte[] bytes, int length) throws IOException {
        if (length > 0) {
            out.writeInt(length);
            out.write(bytes, 0, length);
        }
    }

    void end() throws IOException {
        out.writeInt(0);
    }

    void json(String name, Object value) throws IOException {
        var bytes = JsonMapper.shared().writeValueAsBytes(value);
        begin(name);
        piece(bytes, bytes.length);
        end();
    }

    /** Nothing follows; it is on the disk when this returns. */
    void finish() throws IOException {
        out.writeUTF("");
        out.close();
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static OutputStream sealed(OutputStream plain, UUID id, String key) throws IOException {
        try {
            StreamingAead cipher = BackupKeys.cipher(key);
            return cipher.newEncryptingStream(plain, context(id));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** On the disk before it is closed. */
    private static final class Forced extends FilterOutputStream {
        private final FileChannel channel;

        Forced(FileChannel channel) {
            super(Channels.newOutputStream(channel));
            this.channel = channel;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            if (channel.isOpen()) {
                channel.force(true);
            }
            channel.close();
        }
    }
}
