package io.taros.knowledge;

import io.taros.platform.erasure.Eraser;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A source goes with its documents, and they with their files when the index is built anew. */
@Component
class ErasedSources implements Eraser {
    static final String KIND = "source";

    private final SourceRows rows;

    ErasedSources(SourceRows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean eraseAgain(UUID id) {
        return rows.remove(new Source.Id(id));
    }
}
