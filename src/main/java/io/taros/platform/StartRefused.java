package io.taros.platform;

import org.springframework.boot.ExitCodeGenerator;

/**
 * The installation cannot run as it is configured. The message is one sentence for the operator;
 * the process exits 2.
 */
public final class StartRefused extends RuntimeException implements ExitCodeGenerator {
    public StartRefused(String sentence) {
        super(sentence);
    }

    public StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    @Override
    public int getExitCode() {
        return 2;
    }
}
