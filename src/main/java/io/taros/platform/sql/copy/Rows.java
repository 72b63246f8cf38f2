package io.taros.platform.sql.copy;

import java.io.IOException;

/** Takes the rows of a table as COPY writes them, one after the other. */
public interface Rows {
    void row(byte[] row) throws IOException;
}
