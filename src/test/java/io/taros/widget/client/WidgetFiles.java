package io.taros.widget.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** The widget as the build bundled it. */
final class WidgetFiles {
    static final Path DIRECTORY = directory();

    private WidgetFiles() {}

    static List<Path> matching(String pattern) {
        try (var files = Files.walk(DIRECTORY)) {
            return files.filter(file -> file.getFileName().toString().matches(pattern)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static long gzipped(Path file) {
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            Files.copy(file, gzip);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.size();
    }

    private static Path directory() {
        var bundle = WidgetFiles.class.getResource("/static-widget/loader/loader.js");
        if (bundle == null) {
            throw new IllegalStateException(
                    "The widget is not bundled: run ./mvnw generate-resources first.");
        }
        try {
            return Path.of(bundle.toURI()).getParent().getParent();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
