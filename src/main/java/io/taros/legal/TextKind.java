package io.taros.legal;

import java.util.Arrays;
import java.util.Optional;

/** The texts there are. */
public enum TextKind {
    PRIVACY("privacy"),
    TERMS("terms"),
    DATA_PROCESSING("dpa");

    private final String file;

    TextKind(String file) {
        this.file = file;
    }

    /** In addresses and names of files. */
    public String file() {
        return file;
    }

    static Optional<TextKind> of(String file) {
        return Arrays.stream(values()).filter(kind -> kind.file.equals(file)).findFirst();
    }
}
