package io.taros.legal.web;

import io.taros.platform.datamap.Dataset;
import io.taros.platform.web.View;
import java.util.List;

/** What a browser keeps. */
public record StoragePage(List<Dataset> storage) implements View {
    public StoragePage {
        storage = List.copyOf(storage);
    }

    @Override
    public String template() {
        return "legal/storage";
    }
}
