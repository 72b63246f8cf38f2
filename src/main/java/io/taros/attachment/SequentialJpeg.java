package io.taros.attachment;

import java.nio.ByteBuffer;

/**
 * Tells JPEGs that are unpacked row by row from those that have to be in memory as a whole, at
 * several times the size of their pixels. What cannot be told counts among the latter.
 */
final class SequentialJpeg {
    private static final int BASELINE = 0xffc0;
    private static final int EXTENDED = 0xffc1;
    private static final int CODES = 0xffc4;
    private static final int FIRST_NOTE = 0xffdb;
    private static final int LAST_NOTE = 0xfffe;

    private SequentialJpeg() {}

    static boolean is(byte[] content) {
        try {
            var frame = frameOf(ByteBuffer.wrap(content));
            return frame == BASELINE || frame == EXTENDED;
        } catch (RuntimeException isNone) {
            return false;
        }
    }

    /** The first marker that is neither a table nor a note. */
    private static int frameOf(ByteBuffer file) {
        var marker = file.position(2).getShort() & 0xffff;
        while (marker == CODES || (marker >= FIRST_NOTE && marker <= LAST_NOTE)) {
            file.position(file.position() + (file.getShort(file.position()) & 0xffff));
            marker = file.getShort() & 0xffff;
        }
        return marker;
    }
}
