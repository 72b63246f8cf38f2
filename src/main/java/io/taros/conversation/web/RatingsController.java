package io.taros.conversation.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.conversation.Ratings;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.Page;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/ratings")
@Tag(name = "Conversations")
class RatingsController {
    private final Ratings ratings;
    private final Bots bots;

    RatingsController(Ratings ratings, Bots bots) {
        this.ratings = ratings;
        this.bots = bots;
    }

    @Schema(name = "Rating")
    record RatingView(
            UUID id,
            UUID conversationId,
            @Schema(description = "The reply; absent where the whole conversation is meant")
                    @Nullable UUID messageId,
            @Schema(description = "From 1, bad, to 5, good; a thumb is 1 or 5") int score,
            @Nullable String comment,
            Instant createdAt) {
        static RatingView of(Ratings.Given given) {
            var rating = given.rating();
            return new RatingView(
                    rating.id().value(),
                    given.conversation().value(),
                    rating.message() == null ? null : rating.message().value(),
                    rating.score(),
                    rating.comment(),
                    rating.createdAt());
        }
    }

    @GetMapping
    @Requires(Permission.CONVERSATION_READ)
    @Operation(
            operationId = "listRatings",
            summary = "List what visitors think",
            description = "Of all bots or of one. The latest first; none in what is restricted.")
    Page<RatingView> list(
            @RequestParam(required = false) @Nullable UUID bot,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var size = Page.limit(limit);
        var wanted = bot == null ? null : bots.get(new Bot.Id(bot)).id();
        var rows = ratings.list(wanted, cursor, size + 1).stream().map(RatingView::of).toList();
        return Page.of(rows, size, rating -> rating.id().toString());
    }
}
