package io.taros.platform.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.testing.RunningTaros;
import io.taros.testing.TestInstallation;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an operator is told who asks for what cannot be. */
class RefusedStartIT {
    private final Path data = TestInstallation.freshDirectory().toAbsolutePath();

    @Test
    void refusesWhatItCannotUseInOneSentence() {
        for (var refused :
                List.of(
                        setup("ada@acme.example", "short"),
                        setup("ada", "three quiet otters"),
                        run("setup"),
                        run("--taros.base-url=http://["),
                        run("--taros.database.url=jdbc:postgresql://localhost/x"))) {
            assertThat(refused.exitCode()).as(refused.toString()).isEqualTo(2);
            assertThat(refused.err().strip().lines()).as(refused.err()).hasSize(1);
        }
    }

    @Test
    void namesTheSettingItCannotReadAndNotItsValue() {
        var refused = run("--taros.database.pool-size=s3cret");

        assertThat(refused.exitCode()).isEqualTo(2);
        assertThat(refused.err()).contains("taros.database.pool-size").doesNotContain("s3cret");
    }

    @Test
    void knowsItsCommands() {
        var unknown = RunningTaros.run("dance");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.err()).contains("There is no command 'dance'");

        var help = RunningTaros.run("setup", "--help");
        assertThat(help.exitCode()).isZero();
        assertThat(help.out()).contains("--email");
    }

    private RunningTaros.Finished setup(String email, String password) {
        return RunningTaros.run(
                "setup",
                "--email=" + email,
                "--password=" + password,
                "--organization=Acme",
                "--taros.data-dir=" + data);
    }

    private RunningTaros.Finished run(String first) {
        return RunningTaros.run(first, "--taros.data-dir=" + data);
    }
}
