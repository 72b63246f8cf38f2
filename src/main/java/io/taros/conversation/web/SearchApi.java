package io.taros.conversation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taros.conversation.SearchConversations;
import io.taros.conversation.SearchWords;
import io.taros.conversation.Searched;
import io.taros.conversation.Snippet;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.Limit;
import io.taros.platform.web.Page;
import io.taros.platform.web.RateLimits;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Searching for programs, which see no notes. */
@RestController
@Tag(name = "Conversations")
class SearchApi {
    private static final int MOST = 25;

    private final SearchConversations search;
    private final RateLimits limits;

    SearchApi(SearchConversations search, RateLimits limits) {
        this.search = search;
        this.limits = limits;
    }

    @Schema(name = "Search")
    record Wanted(
            @Schema(description = "All of them in one text; at most 100 characters")
                    @Nullable String words,
            @Schema(description = "Where to look on: the cursor of the look before")
                    @Nullable UUID cursor) {}

    @Schema(name = "SearchHit")
    record Hit(
            UUID conversation,
            UUID botId,
            String state,
            @Schema(allowableValues = {"visitor", "bot", "person", "contact", "page"}) String in,
            String text,
            Instant at,
            @Schema(description = "How many more texts of it were seen to hold them") int others) {
        private static Hit of(Searched.Hit hit) {
            return new Hit(
                    hit.conversation().id().value(),
                    hit.conversation().botId().value(),
                    lower(hit.conversation().state()),
                    lower(hit.in()),
                    hit.snippet().parts().stream()
                            .map(Snippet.Part::text)
                            .collect(Collectors.joining()),
                    hit.at(),
                    hit.others());
        }

        private static String lower(Enum<?> word) {
            return word.name().toLowerCase(Locale.ROOT);
        }
    }

    @Schema(name = "SearchResult")
    record Result(
            List<Hit> data,
            @Schema(description = "How far it was looked back") @Nullable Instant backTo,
            Page.Pagination pagination) {}

    @PostMapping("/api/v1/conversations/search")
    @Requires(Permission.CONVERSATION_READ)
    @Operation(
            operationId = "searchConversations",
            summary = "Search conversations",
            description =
                    "The latest first, for two seconds at most: while hasMore, what is older was not looked through yet.")
    Result search(@RequestBody Wanted wanted) {
        var words = SearchWords.of(wanted.words() == null ? "" : wanted.words());
        limits.take(Limit.SEARCH, Tenancy.organization().toString());
        var where = EnumSet.complementOf(EnumSet.of(Searched.In.NOTE));
        var found = search.search(words, where, wanted.cursor(), MOST);
        var next = found.next();
        return new Result(
                found.hits().stream().map(Hit::of).toList(),
                found.backTo(),
                new Page.Pagination(next == null ? null : next.toString(), next != null));
    }
}
