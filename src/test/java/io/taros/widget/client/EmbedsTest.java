package io.taros.widget.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Page;
import io.taros.browser.BrowserTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What the build packs for other people's websites: it unpacks, parses and works. */
@BrowserTest
class EmbedsTest {
    @AutoClose private final FakeInstallation installation = new FakeInstallation();
    @AutoClose private final HostPage host = new HostPage();

    private static Map<String, String> npm() throws IOException {
        var files = new TreeMap<String, String>();
        try (var packed =
                new TarArchiveInputStream(
                        new GzipCompressorInputStream(
                                Files.newInputStream(
                                        WidgetFiles.DIRECTORY.resolve("embed/npm.tgz"))))) {
            for (var entry = packed.getNextEntry(); entry != null; entry = packed.getNextEntry()) {
                if (entry.isFile()) {
                    files.put(
                            entry.getName(),
                            new String(packed.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return files;
    }

    private static Map<String, String> wordPress() throws IOException {
        var files = new TreeMap<String, String>();
        try (var packed =
                new ZipInputStream(
                        Files.newInputStream(
                                WidgetFiles.DIRECTORY.resolve("embed/wordpress.zip")))) {
            for (var entry = packed.getNextEntry(); entry != null; entry = packed.getNextEntry()) {
                if (!entry.isDirectory()) {
                    files.put(
                            entry.getName(),
                            new String(packed.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return files;
    }

    @Test
    void isAnNpmPackageWithItsTypes() throws Exception {
        var files = npm();

        assertThat(files)
                .containsOnlyKeys(
                        "package/README.md",
                        "package/index.d.ts",
                        "package/index.js",
                        "package/package.json");
        var description = new JsonMapper().readTree(files.get("package/package.json"));
        assertThat(description.path("name").asString()).isEqualTo("@taros/chat");
        assertThat(files)
                .containsKey("package/" + description.path("types").asString().substring(2));
        assertThat(description.has("dependencies")).isFalse();
    }

    @Test
    void loadsTheWidgetOnceAndSpeaksToIt(Page page) throws Exception {
        host.body(
                """
                <script type=module>
                %s
                taros("locale", "da");
                const options = {host: "%s/", bot: "%s", theme: "dark"};
                const [first, second] = await Promise.all([load(options), load(options)]);
                document.title = first === second && !first.isOpen() ? "once" : "twice";
                taros("open", {message: "Hello"});
                </script>
                """
                        .formatted(
                                npm().get("package/index.js").replace("export ", ""),
                                installation.origin(),
                                FakeInstallation.BOT));

        page.navigate(host.url());

        new Visitor(page).sees("Du skriver med en AI").sees("2 kilder");
        assertThat(page.title()).isEqualTo("once");
        assertThat(page.evaluate("document.querySelector('taros-chat').dataset.theme"))
                .isEqualTo("dark");
        assertThat(installation.requestsTo("GET", "/widget.js")).hasSize(1);
    }

    @Test
    void saysThatItCouldNotBeLoaded(Page page) throws Exception {
        host.body(
                """
                <script type=module>
                %s
                load({host: "%s/nowhere", bot: "x"}).catch((error) => (document.title = error.message));
                </script>
                """
                        .formatted(
                                npm().get("package/index.js").replace("export ", ""),
                                installation.origin()));

        page.navigate(host.url());

        page.waitForCondition(() -> page.title().endsWith("/widget.js could not be loaded"));
    }

    @Test
    void isAWordPressPluginInAFolderOfItsName() throws Exception {
        var files = wordPress();

        assertThat(files)
                .containsOnlyKeys(
                        "taros-chat/readme.txt",
                        "taros-chat/taros-chat.php",
                        "taros-chat/uninstall.php");
        assertThat(files.get("taros-chat/taros-chat.php"))
                .startsWith("<?php\n/**\n * Plugin Name: Taros Chat\n")
                .contains("esc_attr($bot)", "sanitize_callback");
        assertThat(files.get("taros-chat/readme.txt")).startsWith("=== Taros Chat ===");
    }

    /** Where there is a PHP to ask. */
    @Test
    void holdsPhpThatParses(@TempDir Path directory) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/php")), "PHP is installed");
        for (var file : wordPress().entrySet()) {
            if (file.getKey().endsWith(".php")) {
                var source = directory.resolve("plugin.php");
                Files.writeString(source, file.getValue());
                var lint =
                        new ProcessBuilder("/usr/bin/php", "-l", source.toString())
                                .redirectErrorStream(true)
                                .start();
                var said = new String(lint.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

                assertThat(lint.waitFor()).as(said).isZero();
            }
        }
    }
}
