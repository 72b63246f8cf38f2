package io.taros.privacy.web;

import io.taros.platform.web.View;
import io.taros.privacy.Processing;
import java.util.List;

/**
 * Settings: privacy at a glance.
 *
 * @param files of the proof pack
 */
public record PrivacyPage(List<Processing> processings, List<String> files) implements View {
    public PrivacyPage {
        processings = List.copyOf(processings);
        files = List.copyOf(files);
    }

    /** Rows of one purpose, as far as they are counted. */
    public static long rowsOf(Processing processing) {
        return processing.holdings().stream().mapToLong(holding -> holding.rows().orElse(0)).sum();
    }

    @Override
    public String template() {
        return "privacy/privacy";
    }
}
