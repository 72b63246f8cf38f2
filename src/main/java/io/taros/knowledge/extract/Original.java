package io.taros.knowledge.extract;

import java.util.List;

/** What a file shows of itself to whoever compares it with what was read. */
public sealed interface Original {
    /**
     * The pages of a PDF.
     *
     * @param sheets the first of them
     */
    record Pages(List<Sheet> sheets, int all) implements Original {
        public Pages {
            sheets = List.copyOf(sheets);
        }

        public boolean hasMore() {
            return all > sheets.size();
        }
    }

    /** A page, as large as it is drawn. */
    record Sheet(int width, int height) {}

    record Text(Beginning beginning) implements Original {}

    /** Of a kind that needs a program of its own. */
    record Closed() implements Original {}

    record Hidden(Why why) implements Original {}

    enum Why {
        LOCKED,
        DAMAGED,
        TOO_MUCH,
        /** So many files are being looked at that nobody is to wait for it. */
        BUSY
    }
}
