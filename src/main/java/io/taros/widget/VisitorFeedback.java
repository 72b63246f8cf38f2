package io.taros.widget;

import io.taros.conversation.Lead;
import io.taros.conversation.Leads;
import io.taros.conversation.Message;
import io.taros.conversation.Ratings;
import io.taros.platform.security.Open;
import io.taros.platform.web.BadInput;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a visitor leaves besides messages: a rating, a way to be reached. */
@RestController
@RequestMapping("/widget/v1/{publicKey}/conversations/{id}")
class VisitorFeedback {
    private final Ratings ratings;
    private final Leads leads;

    VisitorFeedback(Ratings ratings, Leads leads) {
        this.ratings = ratings;
        this.leads = leads;
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
            return Field.COMMENT.checked(comment, MAX_COMMENT);
        }
    }

    /**
     * @param consent the sentence the visitor agreed to, where one was shown
     */
    record NewLead(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String message,
            @Nullable String consent) {
        private static final int MAX_SHORT = 200;
        private static final int MAX_LONG = 2_000;
        private static final Pattern EMAIL =
                Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,190}\\.[^\\s@]{2,}");
        private static final Pattern PHONE = Pattern.compile("[+(]?[0-9][0-9 ()./-]{4,30}");

        Lead.Contact contact() {
            var checkedEmail = Field.EMAIL.checked(email, MAX_SHORT);
            var checkedPhone = Field.PHONE.checked(phone, MAX_SHORT);
            if (checkedEmail == null && checkedPhone == null) {
                throw new BadInput("email", "widget.input.contact");
            }
            if (checkedEmail != null && !isEmail(checkedEmail)) {
                throw new BadInput("email", "widget.input.email");
            }
            if (checkedPhone != null && !PHONE.matcher(checkedPhone).matches()) {
                throw new BadInput("phone", "widget.input.phone");
            }
            return new Lead.Contact(
                    Field.NAME.checked(name, MAX_SHORT),
                    checkedEmail,
                    checkedPhone,
                    Field.MESSAGE.checked(message, MAX_LONG));
        }

        static boolean isEmail(String text) {
            return text.length() <= MAX_SHORT && EMAIL.matcher(text).matches();
        }

        @Nullable String checkedConsent() {
            return Field.CONSENT.checked(consent, MAX_LONG);
        }
    }

    private enum Field {
        NAME("name"),
        EMAIL("email"),
        PHONE("phone"),
        MESSAGE("message"),
        CONSENT("consent"),
        COMMENT("comment");

        private final String label;

        Field(String label) {
            this.label = label;
        }

        @Nullable String checked(@Nullable String value, int max) {
            if (value == null || value.isBlank()) {
                return null;
            }
            if (value.length() > max) {
                throw new BadInput(label, "widget.input.long", label, max);
            }
            return value.strip();
        }
    }

    record Added(UUID id) {}

    @PostMapping("/rating")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Open(VisitorConversations.OWNER)
    void rate(Visit visit, @RequestBody NewRating rating) {
        ratings.rate(
                visit.id(),
                rating.messageId() == null ? null : new Message.Id(rating.messageId()),
                rating.checkedScore(),
                rating.checkedComment());
    }

    @PostMapping("/lead")
    @ResponseStatus(HttpStatus.CREATED)
    @Open(VisitorConversations.OWNER)
    Added leave(Visit visit, @RequestBody NewLead lead) {
        return new Added(leads.add(visit.id(), lead.contact(), lead.checkedConsent()).value());
    }
}
