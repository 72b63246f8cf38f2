package io.taros.attachment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Which way up a camera was held, the one thing that is wanted of what it noted in a JPEG. Read
 * here: it is one number at a known place, and a library would unpack all the rest.
 */
enum Orientation {
    UPRIGHT(1, 0, 0, 1),
    MIRRORED(-1, 0, 0, 1),
    UPSIDE_DOWN(-1, 0, 0, -1),
    FLIPPED(1, 0, 0, -1),
    TRANSPOSED(0, 1, 1, 0),
    TURNED_RIGHT(0, 1, -1, 0),
    TRANSVERSED(0, -1, -1, 0),
    TURNED_LEFT(0, -1, 1, 0);

    private static final int SEGMENTS = 0xffd8;
    private static final int CAMERA = 0xffe1;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final int LITTLE = 0x4949;
    private static final int ENTRY = 12;
    private static final int TAG = 0x0112;

    private final int xx;
    private final int yx;
    private final int xy;
    private final int yy;

    Orientation(int xx, int yx, int xy, int yy) {
        this.xx = xx;
        this.yx = yx;
        this.xy = xy;
        this.yy = yy;
    }

    boolean swapsSides() {
        return xx == 0;
    }

    /** What brings a picture of this size the right way up, its corner at nought. */
    double[] matrix(int width, int height) {
        var x = (xx < 0 ? width : 0) + (xy < 0 ? height : 0);
        var y = (yx < 0 ? width : 0) + (yy < 0 ? height : 0);
        return new double[] {xx, yx, xy, yy, x, y};
    }

    static Orientation of(byte[] content) {
        try {
            return read(ByteBuffer.wrap(content));
        } catch (RuntimeException isNone) {
            return UPRIGHT;
        }
    }

    private static Orientation read(ByteBuffer file) {
        if ((file.getShort() & 0xffff) != SEGMENTS) {
            return UPRIGHT;
        }
        var marker = file.getShort() & 0xffff;
        while (marker > 0xff00 && marker != 0xffda) {
            var length = (file.getShort() & 0xffff) - 2;
            var segment = file.slice(file.position(), length);
            if (marker == CAMERA && startsWithExif(segment)) {
                return ofCamera(segment.slice());
            }
            file.position(file.position() + length);
            marker = file.getShort() & 0xffff;
        }
        return UPRIGHT;
    }

    private static boolean startsWithExif(ByteBuffer segment) {
        var start = new byte[EXIF.length];
        segment.get(start);
        return Arrays.equals(start, EXIF);
    }

    private static Orientation ofCamera(ByteBuffer notes) {
        notes.order(notes.getShort(0) == LITTLE ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = notes.getInt(4);
        var entries = notes.getShort(directory) & 0xffff;
        for (var i = 0; i < entries; i++) {
            var entry = directory + 2 + i * ENTRY;
            if ((notes.getShort(entry) & 0xffff) == TAG) {
                return values()[notes.getShort(entry + 8) - 1];
            }
        }
        return UPRIGHT;
    }
}
