package io.taros.evaluation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A file that was asked for beside the figures. */
final class OutputFile {
    private OutputFile() {}

    /** Said before an hour of asking, not after. */
    static void checkWritable(Path file) {
        var folder = file.toAbsolutePath().getParent();
        var writable = Files.exists(file) ? Files.isWritable(file) : isWritable(folder);
        if (Files.isDirectory(file) || !writable) {
            throw notWritable(file);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw notWritable(file);
        }
    }

    private static boolean isWritable(@Nullable Path folder) {
        return folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
    }

    private static BadFile notWritable(Path file) {
        return new BadFile("The file %s cannot be written.".formatted(file));
    }
}
