package io.taros.conversation;

import io.taros.platform.web.SourceQuote;
import java.util.List;

/** What a reply rests on, as pages show it. */
public final class SourceQuotes {
    private SourceQuotes() {}

    public static List<SourceQuote> of(List<Message.Source> sources) {
        return sources.stream()
                .map(source ->
                        SourceQuote.of(
                                source.number(),
                                source.title(),
                                source.url() == null
                                        ? "/knowledge/documents/" + source.documentId()
                                        : source.url(),
                                source.quote()))
                .toList();
    }
}
