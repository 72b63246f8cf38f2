package io.taros.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.taros.platform.log.CleanLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What watches over all other tests finds what it looks for. */
class LogScanTest {
    private final Logger ours = LoggerFactory.getLogger("io.taros.somewhere");
    private final Logger other = LoggerFactory.getLogger("com.example.library");

    @AfterEach
    void nothingIsLeftForTheEnd() {
        LogScan.found();
    }

    @Test
    void findsWhatIsLoggedAtAnyLevelInAnyWay() {
        assertFound(() -> ours.trace("Said {}", LogScan.CANARY));
        assertFound(() -> ours.debug("Mail to {} failed", "ada@acme.example"));
        assertFound(() -> other.debug("{} {}", 1, LogScan.CANARY));
        assertFound(() -> other.warn("Failed", new IllegalStateException(LogScan.CANARY)));
        assertFound(() ->
                other.info("taros_01a21b99-d338-71bd-b214-bd1bb5c11569_abcdefghijklmnopqrstuv"));
        assertFound(() -> {
            if (other.isDebugEnabled()) {
                other.debug("Asked first: " + LogScan.CANARY);
            }
        });
    }

    @Test
    void leavesTheRestAlone() {
        assertThatCode(
                        () -> {
                            ours.info(
                                    "Organization {} was erased",
                                    "01a21b99-d338-71bd-b214-bd1bb5c11569");
                            ours.info(CleanLog.MEANT, "Meant: {}", LogScan.CANARY);
                            other.trace("Others' smallest talk {}", LogScan.CANARY);
                            LogScan.check();
                        })
                .doesNotThrowAnyException();
    }

    private static void assertFound(Runnable logging) {
        logging.run();
        assertThatThrownBy(LogScan::check).hasMessageContaining("tells what none may tell");
    }
}
