package io.taros.knowledge;

import io.taros.knowledge.extract.ReadProblem;
import io.taros.knowledge.extract.Readers;
import io.taros.knowledge.extract.Unlocked;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import org.springframework.stereotype.Component;

/**
 * Opens a PDF that asks for a password with the one that somebody gives. It is used this once: what
 * is kept is the file without it.
 */
@Component
public class UnlockSource {
    private static final String FIELD = "password";

    private final Sources sources;
    private final Readers readers;
    private final RateLimits limits;

    UnlockSource(Sources sources, Readers readers, RateLimits limits) {
        this.sources = sources;
        this.readers = readers;
        this.limits = limits;
    }

    public Source unlock(Source.Id id, String password) {
        var source = sources.get(id);
        if (!source.isLocked()) {
            throw new BadInput(FIELD, "knowledge.password.needless");
        }
        if (password.isEmpty()) {
            throw new BadInput(FIELD, "platform.field.required");
        }
        limits.take(Limit.SOURCE, Tenancy.organization().toString());
        return switch (opened(source, password)) {
            case Unlocked.File(var content) -> sources.replaceUpload(source, content);
            case Unlocked.Refused() -> throw new BadInput(FIELD, "knowledge.password.wrong");
            case Unlocked.Busy() -> throw new BadInput(FIELD, "knowledge.password.busy");
            case Unlocked.Unreadable(ReadProblem problem) ->
                    throw new BadInput(FIELD, problem.messageKey());
        };
    }

    private Unlocked opened(Source source, String password) {
        try {
            return readers.unlock(() -> sources.upload(source.id()).orElse(new byte[0]), password);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return new Unlocked.Busy();
        }
    }
}
