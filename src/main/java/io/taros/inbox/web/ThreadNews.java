package io.taros.inbox.web;

import io.taros.platform.web.View;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened in an open conversation since its reader last looked, and how it stands.
 *
 * @param language in which it is held
 */
public record ThreadNews(
        UUID id,
        String query,
        boolean isRestricted,
        String language,
        ThreadView.Standing standing,
        @Nullable Brief brief,
        List<ThreadView.Entry> entries)
        implements View {
    public ThreadNews {
        entries = List.copyOf(entries);
    }

    @Override
    public String template() {
        return "inbox/news";
    }
}
