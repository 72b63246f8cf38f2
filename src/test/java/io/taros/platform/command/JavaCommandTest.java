package io.taros.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JavaCommandTest {
    private static final List<String> WANTED = List.of("-XX:+Wanted");
    private static final String HERE = Path.of("").toAbsolutePath().toString();

    @Test
    void putsWhatWasTypedAfterWhatTarosWants() {
        assertThat(command("java", "-Xmx1g", "-jar", "taros.jar", "--server.port=1", "a b"))
                .containsSubsequence("/java", "-XX:+Wanted", "-Xmx1g", "-cp", HERE + "/taros.jar")
                .endsWith("io.taros.Taros", "--server.port=1", "a b");
    }

    @Test
    void leavesAFileOfArgumentsAlone() {
        assertThat(
                        new JavaCommand(
                                        Path.of("/java"),
                                        List.of("java", "@arguments"),
                                        List.of("serve"),
                                        Map.of())
                                .with(WANTED))
                .isEmpty();
    }

    @Test
    void keepsClassesInTheDataDirectoryHoweverThatIsNamed() {
        assertThat(command("java", "-jar", "taros.jar"))
                .contains(archiveIn(HERE + "/data"), "-XX:+AutoCreateSharedArchive");
        assertThat(command("java", "-jar", "taros.jar", "serve", "--taros.data-dir=/srv/t"))
                .contains(archiveIn("/srv/t"), "-XX:+AutoCreateSharedArchive");
        assertThat(command("java", "-Dtaros.data-dir=/srv/t", "-jar", "taros.jar"))
                .contains(archiveIn("/srv/t"));
        assertThat(
                        command(
                                Map.of("TAROS_DATA_DIR", "/srv/t"),
                                List.of("java", "-jar", "taros.jar")))
                .contains(archiveIn("/srv/t"));
    }

    @Test
    void onlyTheServerWritesTheArchive() {
        assertThat(command("java", "-jar", "taros.jar", "reindex"))
                .contains(archiveIn(HERE + "/data"))
                .doesNotContain("-XX:+AutoCreateSharedArchive");
    }

    @Test
    void leavesTheArchiveToWhoeverDecidedOnOne() {
        for (var flag : List.of("-Xshare:off", "-XX:AOTCache=x", "-XX:SharedArchiveFile=x")) {
            assertThat(command("java", flag, "-jar", "taros.jar"))
                    .doesNotContain(archiveIn(HERE + "/data"));
        }
        assertThat(command("java", "-jar", "taros.jar", "--taros.data-dir=/a:b"))
                .noneMatch(word -> word.contains("SharedArchiveFile"));
    }

    private static String archiveIn(String directory) {
        return "-XX:SharedArchiveFile=" + directory + "/classes.jsa";
    }

    private static List<String> command(String... typed) {
        return command(Map.of(), List.of(typed));
    }

    private static List<String> command(Map<String, String> environment, List<String> typed) {
        var arguments = typed.subList(typed.indexOf("taros.jar") + 1, typed.size());
        return new JavaCommand(Path.of("/java"), typed, arguments, environment)
                .with(WANTED)
                .orElseThrow();
    }
}
