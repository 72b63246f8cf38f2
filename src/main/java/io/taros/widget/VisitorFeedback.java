package io.taros.widget;

import io.taros.conversation.Message;
import io.taros.conversation.Ratings;
import io.taros.platform.security.Open;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a visitor thinks of a reply, or of the whole conversation. */
@RestController
@RequestMapping("/widget/v1/{publicKey}/conversations/{id}")
class VisitorFeedback {
    private final Ratings ratings;
    private final RateLimits limits;
    private final BlockedVisitors blocked;

    VisitorFeedback(Ratings ratings, RateLimits limits, BlockedVisitors blocked) {
        this.blocked = blocked;
        this.ratings = ratings;
        this.limits = limits;
    }

    /**
     * @param messageId the reply it is about; none for the whole conversation
     * @param rating {@code up} or {@code down}
     * @param score 1 to 5, in place of a thumb
     */
    record NewRating(
            @Nullable UUID messageId,
            @Nullable String rating,
            @Nullable Integer score,
            @Nullable String comment) {
        private static final int WORST = 1;
        private static final int BEST = 5;
        private static final int MAX_COMMENT = 1_000;

        int checkedScore() {
            if (score != null && score >= WORST && score <= BEST) {
                return score;
            }
            if (score == null && "up".equals(rating)) {
                return BEST;
            }
            if (score == null && "down".equals(rating)) {
                return WORST;
            }
            throw new BadInput("rating", "widget.input.rating");
        }

        @Nullable String checkedComment() {
            if (comment == null || comment.isBlank()) {
                return null;
            }
            if (comment.length() > MAX_COMMENT) {
                throw new BadInput("comment", "widget.input.long", "comment", MAX_COMMENT);
            }
            return comment.strip();
        }
    }

    @PostMapping("/rating")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Open(VisitorConversations.OWNER)
    void rate(Visit visit, @RequestBody NewRating rating, HttpServletRequest request) {
        limits.take(Limit.RATING, visit.id().value().toString());
        blocked.admit(visit, null, request);
        ratings.rate(
                visit.id(),
                rating.messageId() == null ? null : new Message.Id(rating.messageId()),
                rating.checkedScore(),
                rating.checkedComment());
    }
}
