package io.taros.knowledge;

import io.taros.platform.erasure.Eraser;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A document that a program took back; its files go when the index is built anew. */
@Component
class ErasedDocuments implements Eraser {
    static final String KIND = "document";

    private final PushedRows rows;

    ErasedDocuments(PushedRows rows) {
        this.rows = rows;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean eraseAgain(UUID id) {
        return rows.remove(id);
    }
}
