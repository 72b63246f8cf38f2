package io.taros.attachment;

import io.taros.platform.isolation.Isolated;
import io.taros.platform.isolation.Isolated.Outcome;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/**
 * Decides whether a file is taken. It is asked about as it came, for a signature fits nothing else;
 * what is handed on was written anew in a process of its own.
 */
@Component
public class CheckFile implements DisposableBean {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MEGABYTES = 512;

    /** Somebody looks at a picture that is on its way. */
    private static final Duration WAITED = Duration.ofSeconds(20);

    private final Isolated processes = new Isolated(CleanerMain.class, PATIENCE, MEGABYTES);
    private final Scanner scanner;

    CheckFile(Scanner scanner) {
        this.scanner = scanner;
    }

    /** What is decided. */
    public sealed interface Decision {
        /**
         * @param name to be shown, with an ending that is true
         * @param width in pixels; absent of what is no picture
         */
        record Taken(
                String name,
                FileType type,
                @Nullable Integer width,
                @Nullable Integer height,
                byte[] content)
                implements Decision {}

        /**
         * @param key of the sentence that says why
         */
        record Refused(String key) implements Decision {}

        /**
         * @param signature by which the scanner knows it
         */
        record Infected(String signature) implements Decision {}

        /** The scanner does not answer, and without its word nothing is taken. */
        record NotScanned() implements Decision {}
    }

    /**
     * @param name as it was given
     */
    public Decision check(@Nullable String name, InputStreamSource content)
            throws InterruptedException, IOException {
        return switch (scanner.ask(content)) {
            case Clamd.Verdict.Found(var signature) -> new Decision.Infected(signature);
            case Clamd.Verdict.None() -> new Decision.NotScanned();
            case Clamd.Verdict.Clean() -> clean(name, content);
        };
    }

    @Override
    public void destroy() {
        processes.close();
    }

    private Decision clean(@Nullable String name, InputStreamSource content)
            throws InterruptedException {
        return processes
                .runWithin(WAITED, () -> task(content))
                .map(outcome -> decided(name, cleaned(outcome)))
                .orElseGet(() -> new Decision.Refused("attachment.input.busy"));
    }

    private static Cleaned cleaned(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Answered(var answer) -> Cleaned.from(answer);
            case Outcome.OutOfTime(), Outcome.TooMuch() ->
                    new Cleaned.Unfit(Cleaned.Flaw.TOO_COMPLEX);
        };
    }

    private static Isolated.Task task(InputStreamSource content) {
        try (var bytes = content.getInputStream()) {
            var all = bytes.readAllBytes();
            return (DataOutputStream out) -> {
                out.writeInt(all.length);
                out.write(all);
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Decision decided(@Nullable String name, Cleaned cleaned) {
        return switch (cleaned) {
            case Cleaned.Unfit(var flaw) -> new Decision.Refused(flaw.key());
            case Cleaned.File(var type, var width, var height, var content) ->
                    new Decision.Taken(
                            FileNames.of(name, type),
                            type,
                            width == 0 ? null : width,
                            height == 0 ? null : height,
                            content);
        };
    }
}
