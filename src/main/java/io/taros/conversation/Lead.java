package io.taros.conversation;

import io.taros.bot.Bot;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How a visitor wants to be reached, and what they answered to the form that asked. */
public record Lead(
        Lead.Id id,
        Conversation.Id conversationId,
        Bot.Id botId,
        Lead.Given given,
        Instant createdAt) {

    public record Id(UUID value) implements io.taros.platform.sql.Id {}

    /**
     * What was left in one go.
     *
     * @param answers to whatever else the form asked, as it was worded
     */
    public record Given(Lead.Contact contact, List<Answer> answers, @Nullable Consent consent) {
        public Given {
            answers = List.copyOf(answers);
        }

        public static Given of(Lead.Contact contact) {
            return new Given(contact, List.of(), null);
        }
    }

    public record Answer(String question, String answer) {}

    /**
     * The proof that somebody agreed.
     *
     * @param wording as it was shown
     * @param version of the form's wording; absent where it was not the form that asked
     * @param page where it was given; absent for whoever is not to be followed
     */
    public record Consent(
            String wording,
            Method method,
            @Nullable Integer version,
            @Nullable String language,
            @Nullable String page) {
        public enum Method {
            TICKED,
            SHOWN,
            REPORTED
        }
    }

    /**
     * At least one way to answer.
     *
     * @param note what it is about, in the visitor's words
     */
    public record Contact(
            @Nullable String name,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String note) {
        private static final int MAX_EMAIL = 200;
        private static final Pattern EMAIL =
                Pattern.compile("[^\\s@]{1,64}@[^\\s@]{1,190}\\.[^\\s@]{2,}");
        private static final Pattern PHONE = Pattern.compile("[+(]?[0-9][0-9 ()./-]{4,30}");

        public Contact {
            if (email == null && phone == null) {
                throw new IllegalArgumentException("An e-mail address or a phone number is needed");
            }
        }

        public static boolean isEmail(String text) {
            return text.length() <= MAX_EMAIL && EMAIL.matcher(text).matches();
        }

        public static boolean isPhone(String text) {
            return PHONE.matcher(text).matches();
        }
    }

    public Contact contact() {
        return given.contact();
    }

    public @Nullable String consentText() {
        return given.consent() == null ? null : given.consent().wording();
    }
}
