package io.taros.knowledge.web;

import io.taros.knowledge.extract.Original;
import io.taros.platform.web.View;
import java.util.UUID;

/** The file that a document was read from. */
public record OriginalPane(UUID document, Original original) implements View {
    public String address() {
        return "/knowledge/documents/" + document + "/original";
    }

    @Override
    public String template() {
        return "knowledge/original";
    }
}
