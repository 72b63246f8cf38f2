package io.taros.backup;

/** Why something failed, as one line without what a row or file held. */
final class Reasons {
    private Reasons() {}

    static String of(Throwable failure) {
        var root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage())
                .lines()
                .findFirst()
                .orElse(root.getClass().getSimpleName())
                .replaceFirst("\\.$", "");
    }
}
