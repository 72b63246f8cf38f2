package io.taros.platform.sql.embedded;

import io.taros.platform.StartRefused;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL programs for this machine, unpacked from the class path once per version. */
final class PostgresBinaries {
    static final String VERSION = "18.6";

    private PostgresBinaries() {}

    /** The directory that holds {@code bin/postgres}. */
    static Path unpackBelow(Path parent) {
        var target = parent.resolve("programs-" + VERSION);
        if (Files.isExecutable(target.resolve("bin/postgres"))) {
            return target;
        }
        var archive = archiveName();
        try (var resource = PostgresBinaries.class.getResourceAsStream("/" + archive)) {
            if (resource == null) {
                throw new StartRefused(
                        "There is no embedded PostgreSQL for this machine (%s); set taros.database.url to a PostgreSQL 18 of your own."
                                .formatted(archive));
            }
            var unfinished = Files.createTempDirectory(parent, "unpacking");
            unpack(resource, unfinished);
            Files.move(unfinished, target, StandardCopyOption.ATOMIC_MOVE);
            return target;
        } catch (IOException e) {
            throw new StartRefused(
                    "The embedded PostgreSQL could not be unpacked into %s: %s."
                            .formatted(target, e.getMessage()),
                    e);
        }
    }

    private static String archiveName() {
        var os =
                System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac")
                        ? "darwin"
                        : "linux";
        var arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        var isArm = arch.equals("aarch64") || arch.equals("arm64");
        return "postgres-%s-%s.txz".formatted(os, isArm ? "arm_64" : "x86_64");
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        try (var tar =
                new TarArchiveInputStream(
                        new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(tar, entry, target.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path file)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        Files.createDirectories(file.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, file, StandardCopyOption.REPLACE_EXISTING);
        if ((entry.getMode() & 0100) != 0 && !file.toFile().setExecutable(true, false)) {
            throw new IOException("cannot make " + file + " executable");
        }
    }
}
