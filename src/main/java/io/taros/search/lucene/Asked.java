package io.taros.search.lucene;

import io.taros.search.BotScope;
import java.util.List;

/**
 * A question ready to be searched for.
 *
 * @param wordings the question as asked and, when that is something else, made standalone
 * @param vectorBefore of the answer before it, empty when there is none
 */
public record Asked(BotScope bot, List<Wording> wordings, float[] vectorBefore) {
    public record Wording(String text, float[] vector) {}

    public Asked {
        wordings = List.copyOf(wordings);
        if (wordings.isEmpty()) {
            throw new IllegalArgumentException("A question is worded somehow");
        }
    }

    boolean isFollowUp() {
        return vectorBefore.length > 0;
    }
}
