package io.taros.knowledge.extract;

import io.taros.platform.isolation.Isolated;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Something to read, on its way to the process that reads it.
 *
 * @param name of a file, or the address of a page
 * @param detail what a server declared it to be, its password, how to recognize it, or which page
 */
record ReaderTask(Kind kind, String name, @Nullable String detail, byte[] content)
        implements Isolated.Task {
    enum Kind {
        FILE,
        PAGE,
        SITE_MAP,
        UNLOCK,
        RECOGNIZE,
        ROWS,
        LOOK,
        DRAW
    }

    @Override
    public void to(DataOutputStream out) throws IOException {
        out.writeByte(kind.ordinal());
        write(out, name.getBytes(StandardCharsets.UTF_8));
        out.writeBoolean(detail != null);
        write(out, detail == null ? new byte[0] : detail.getBytes(StandardCharsets.UTF_8));
        write(out, content);
    }

    static ReaderTask from(DataInputStream in) throws IOException {
        var kind = Kind.values()[in.readByte()];
        var name = new String(read(in), StandardCharsets.UTF_8);
        var isTyped = in.readBoolean();
        var type = new String(read(in), StandardCharsets.UTF_8);
        return new ReaderTask(kind, name, isTyped ? type : null, read(in));
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] read(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }
}
