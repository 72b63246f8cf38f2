package io.taros.rights;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;

/** Seals what is written in parts, so that no export is ever whole in memory or on a disk. */
final class ExportParts extends OutputStream {
    private static final int PART = 1 << 20;

    private final ExportRows rows;
    private final SubjectExport.Id export;
    private final ByteArrayOutputStream part = new ByteArrayOutputStream();
    private int position;
    private long size;

    ExportParts(ExportRows rows, SubjectExport.Id export) {
        this.rows = rows;
        this.export = export;
    }

    long size() {
        return size;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        part.write(bytes, offset, length);
        size += length;
        if (part.size() >= PART) {
            seal();
        }
    }

    @Override
    public void close() {
        if (part.size() > 0) {
            seal();
        }
    }

    private void seal() {
        rows.addPart(export, position++, part.toByteArray());
        part.reset();
    }
}
