package io.taros.platform.datamap;

import java.io.IOException;
import java.io.Writer;

/** Brought by modules: one file of what the bound organization can show an auditor. */
public interface Evidence {
    /** Its name, with an ending; no other has it. */
    String file();

    /** May close what it writes to. */
    void write(Writer out) throws IOException;
}
