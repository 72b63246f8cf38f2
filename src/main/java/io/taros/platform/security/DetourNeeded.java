package io.taros.platform.security;

/** Something comes first, and this is where it is done. */
public final class DetourNeeded extends RuntimeException {
    private final String path;

    DetourNeeded(String path) {
        super("Something comes first");
        this.path = path;
    }

    public String path() {
        return path;
    }
}
