package io.taros.privacy.web;

import io.taros.platform.web.View;
import io.taros.privacy.Processing;
import java.util.List;

/** Settings: the record of processing, by what things are kept for. */
public record RecordPage(List<Processing> processings) implements View {
    public RecordPage {
        processings = List.copyOf(processings);
    }

    @Override
    public String template() {
        return "privacy/record";
    }
}
