package io.taros.knowledge.web;

import io.taros.knowledge.Pace;
import io.taros.platform.web.View;

/** How far a source is, and how fast; asks for itself again until it is done. */
public record SourceProgress(SourceRow source, Pace pace, Place place) implements View {
    /** Where it is shown. By itself it is news, and what stands around it may be out of date. */
    public enum Place {
        ON_ITS_PAGE,
        BY_ITSELF
    }

    /** Whether the page around it has to be fetched anew, to show what was read. */
    public boolean endsWaiting() {
        return place == Place.BY_ITSELF && !source.isBusy();
    }

    @Override
    public String template() {
        return "knowledge/source-progress";
    }
}
