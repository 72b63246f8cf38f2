package io.taros.attachment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.taros.attachment.Clamd.Verdict;
import io.taros.platform.egress.UnwrittenCalls;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing but the scanner's own word counts as clean. */
class ClamdTest {
    private static final Path REAL = Path.of("/var/run/clamav/clamd.ctl");

    private final FakeClamd server = new FakeClamd();

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void tellsMalwareFromTheRest() throws Exception {
        assertThat(ask("Hello".repeat(100_000))).isEqualTo(new Verdict.Clean());
        assertThat(ask(FakeClamd.EICAR)).isEqualTo(new Verdict.Found("Eicar-Test-Signature"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "INSTREAM size limit exceeded. ERROR",
                "stream: OK nearly",
                "",
                "stream: Can't allocate memory ERROR"
            })
    void takesNothingElseForAYes(String answer) throws Exception {
        server.say(content -> answer);

        assertThat(ask("Hello")).isEqualTo(new Verdict.None());
    }

    @Test
    void doesNotWaitForEver() throws Exception {
        server.say(content -> null);

        assertThat(ask("Hello")).isEqualTo(new Verdict.None());
    }

    @Test
    void doesNotReadForEver() throws Exception {
        server.say(content -> "stream: OK".repeat(100_000));

        assertThat(ask("Hello")).isEqualTo(new Verdict.None());
    }

    @Test
    void saysNothingWhereNobodyListens() throws Exception {
        server.close();

        assertThat(ask("Hello")).isEqualTo(new Verdict.None());
        assertThat(ask(Clamd.at("/nowhere/clamd.ctl", Duration.ofSeconds(1)), "Hello"))
                .isEqualTo(new Verdict.None());
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "host:", ":3310", "host:99999", "host:clamd"})
    void isAtAPlace(String place) {
        assertThatThrownBy(() -> Clamd.at(place, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void understandsTheRealOne() throws Exception {
        assumeTrue(Files.exists(REAL), "no clamd listens at " + REAL);
        var real = Clamd.at(REAL.toString(), Duration.ofSeconds(30));

        assertThat(ask(real, "Hello")).isEqualTo(new Verdict.Clean());
        assertThat(ask(real, FakeClamd.EICAR)).isInstanceOf(Verdict.Found.class);
    }

    private Verdict ask(String content) throws InterruptedException {
        return ask(Clamd.at(server.address(), Duration.ofSeconds(2)), content);
    }

    private static Verdict ask(Clamd clamd, String content) throws InterruptedException {
        return clamd.ask(
                new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)),
                UnwrittenCalls.begin());
    }
}
