package io.taros.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of {@code docs.jsonl} or {@code faqs.jsonl}: something the bot is taught. */
sealed interface TaughtRow {
    String id();

    /** Rows that name an organization are taught to one of their own. */
    @Nullable String organization();

    /** What a person knows it by. */
    String title();

    record Page(String id, @Nullable String organization, String title, String text)
            implements TaughtRow {}

    /** One answer and every way its question was put; a list of intents has no answers. */
    record Faq(
            String id,
            @Nullable String organization,
            List<String> phrasings,
            @Nullable String answer)
            implements TaughtRow {
        public Faq {
            phrasings = List.copyOf(phrasings);
        }

        @Override
        public String title() {
            return phrasings.getFirst();
        }
    }
}
