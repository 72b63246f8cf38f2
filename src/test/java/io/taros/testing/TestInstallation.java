package io.taros.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** A data directory of its own below {@code target}, and settings that make tests quick. */
public final class TestInstallation
        implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        TestPropertyValues.of(
                        "taros.data-dir=" + freshDirectory(),
                        "taros.database.embedded-durable=false",
                        "taros.jobs.polling=100ms",
                        "taros.crawl.delay=0s",
                        // Whether the machine has one or not.
                        "taros.ocr.command=",
                        "taros.operator.name=Tidewater Hosting ApS",
                        "taros.operator.contact=privacy@tidewater.example",
                        "taros.crawl.allowed-private-addresses=127.0.0.0/8,::1/128")
                .applyTo(context);
    }

    public static Path freshDirectory() {
        try {
            var parent = Files.createDirectories(Path.of("target", "installations"));
            var directory = Files.createTempDirectory(parent, "test");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(directory)));
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
        } catch (IOException | UncheckedIOException e) {
            // The database may still be closing its files; target is cleaned with the build.
        }
    }
}
