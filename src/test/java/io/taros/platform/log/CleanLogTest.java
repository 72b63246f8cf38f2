package io.taros.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.taros.testing.TarosTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** P-06: as an operator sees it. */
@TarosTest
@ExtendWith(OutputCaptureExtension.class)
class CleanLogTest {
    private static final Logger LOG = LoggerFactory.getLogger(CleanLogTest.class);

    @Test
    void isCleanWhateverIsLogged(CapturedOutput output) {
        LOG.warn("Said by {}", "203.0.113.9", new IllegalStateException("To grace@hopper.example"));

        assertThat(output.getAll())
                .contains("Said by [address]", "IllegalStateException: To [mail]")
                .doesNotContain("203.0.113.9", "grace@");
    }

    @Test
    void showsWhatIsMeantForWhoeverReadsTheLog(CapturedOutput output) {
        LOG.warn(CleanLog.MEANT, "code=Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MEFCQ0RFRkdISQ");

        assertThat(output.getAll()).contains("code=Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5MEFCQ0RFRkdISQ");
    }
}
