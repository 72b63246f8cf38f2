package io.taros.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class BackgroundTest {
    /** As proc(5) counts them, after the name. */
    private static final int NICENESS = 16;

    @Test
    @EnabledOnOs(OS.LINUX)
    void givesWayToEverybodyElse() throws Exception {
        assertThat(on(Background.threads("patient-"), BackgroundTest::niceness)).isEqualTo("15");
        assertThat(niceness()).isEqualTo("0");
    }

    @Test
    void isNotForVirtualThreads() {
        assertThatThrownBy(() -> on(Thread.ofVirtual().factory(), BackgroundTest::entered))
                .hasRootCauseInstanceOf(IllegalStateException.class);
    }

    private static String on(ThreadFactory threads, Callable<String> work) throws Exception {
        var task = new FutureTask<>(work);
        threads.newThread(task).start();
        return task.get();
    }

    private static String entered() {
        Background.enter();
        return "";
    }

    private static String niceness() throws Exception {
        var status = Files.readString(Path.of("/proc/thread-self/stat"));
        return status.substring(status.lastIndexOf(')') + 2).split(" ")[NICENESS];
    }
}
