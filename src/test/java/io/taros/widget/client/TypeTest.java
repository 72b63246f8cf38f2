package io.taros.widget.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.impl.driver.Driver;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The widget's types hold, in strict mode. TypeScript comes as a jar and runs on the Node inside
 * Playwright's driver.
 */
class TypeTest {
    private static final Path SOURCES = Path.of("src/main/widget").toAbsolutePath();

    @Test
    void typesHold(@TempDir Path directory) throws Exception {
        var environment = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        var driver = Driver.ensureDriverInstalled(environment, false);
        var node = driver.driverDir().resolve(node());
        unpackCompiler(directory);

        var process =
                new ProcessBuilder(
                                node.toString(),
                                directory.resolve("_tsc.js").toString(),
                                "--project",
                                SOURCES.toString())
                        .redirectErrorStream(true)
                        .start();
        var complaints =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(complaints).isEmpty();
        assertThat(process.waitFor()).isZero();
    }

    private static String node() {
        return System.getProperty("os.name").startsWith("Windows") ? "node.exe" : "node";
    }

    /**
     * The compiler lies beside the libraries it reads; the jar keeps those in an archive of their
     * own.
     */
    private static void unpackCompiler(Path directory) throws IOException {
        var root = "/META-INF/resources/_static/typescript/";
        var version =
                TypeTest.class.getResource("/META-INF/maven/org.mvnpm/typescript/pom.properties");
        assertThat(version).as("TypeScript is on the test class path").isNotNull();
        var properties = new java.util.Properties();
        try (var in = version.openStream()) {
            properties.load(in);
        }
        try (var compiler = resource(root + properties.getProperty("version") + "/lib/_tsc.js")) {
            Files.copy(compiler, directory.resolve("_tsc.js"));
        }
        try (var archive =
                new TarArchiveInputStream(
                        new GzipCompressorInputStream(resource("/META-INF/.more.tgz")))) {
            for (var entry = archive.getNextEntry();
                    entry != null;
                    entry = archive.getNextEntry()) {
                var name = Path.of(entry.getName()).getFileName().toString();
                if (entry.getName().contains("/lib/lib.") && name.endsWith(".d.ts")) {
                    Files.copy(archive, directory.resolve(name));
                }
            }
        }
    }

    private static InputStream resource(String path) {
        var stream = TypeTest.class.getResourceAsStream(path);
        if (stream == null) {
            throw new IllegalStateException("Not on the test class path: " + path);
        }
        return stream;
    }
}
