package io.taros.attachment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** What became of a file, on its way from the process that writes it anew. */
sealed interface Cleaned {
    /**
     * @param width in pixels, and zero of what is no picture
     */
    record File(FileType type, int width, int height, byte[] content) implements Cleaned {
        static File of(FileType type, byte[] content) {
            return new File(type, 0, 0, content);
        }
    }

    record Unfit(Flaw flaw) implements Cleaned {}

    /** Why a file is not taken, each with a sentence of its own. */
    enum Flaw {
        UNKNOWN,
        DAMAGED,
        TOO_COMPLEX,
        TOO_MANY_PIXELS,
        PASSWORD,
        ACTIVE,
        EMBEDDED,
        MARKUP,
        EMPTY;

        String key() {
            return "attachment.input."
                    + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    default byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            switch (this) {
                case Unfit(var flaw) -> out.writeByte(-1 - flaw.ordinal());
                case File(var type, var width, var height, var content) -> {
                    out.writeByte(type.ordinal());
                    out.writeInt(width);
                    out.writeInt(height);
                    out.write(content);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Cleaned from(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            var first = in.readByte();
            return first < 0
                    ? new Unfit(Flaw.values()[-1 - first])
                    : new File(
                            FileType.values()[first],
                            in.readInt(),
                            in.readInt(),
                            in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
