package io.taros.knowledge.web;

import io.taros.platform.web.View;

/** How far a source is; asks for itself again until it is done. */
public record SourceProgress(SourceRow source) implements View {
    @Override
    public String template() {
        return "knowledge/source-progress";
    }
}
