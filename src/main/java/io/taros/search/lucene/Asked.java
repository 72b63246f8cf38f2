package io.taros.search.lucene;

import io.taros.search.BotScope;
import io.taros.search.Passages;
import java.util.List;

/**
 * A question ready to be searched for.
 *
 * @param selection of sources that are asked
 * @param wordings the question as asked and, when that is something else, made standalone, each
 *     with what was probably meant beside it
 * @param vectorBefore of the answer before it, empty when there is none
 */
public record Asked(
        BotScope bot, Passages.Selection selection, List<Wording> wordings, float[] vectorBefore) {
    private static final float[] NO_VECTOR = {};

    public record Wording(String text, float[] vector) {}

    public Asked {
        wordings = List.copyOf(wordings);
        if (wordings.isEmpty()) {
            throw new IllegalArgumentException("A question is worded somehow");
        }
    }

    public Asked(BotScope bot, List<Wording> wordings, float[] vectorBefore) {
        this(bot, Passages.Selection.ALL_OF_THE_BOT, wordings, vectorBefore);
    }

    public Asked within(Passages.Selection sources) {
        return new Asked(bot, sources, wordings, vectorBefore);
    }

    /** For an index whose vectors are not this model's. */
    Asked byWordsAlone() {
        return new Asked(
                bot,
                selection,
                wordings.stream().map(each -> new Wording(each.text(), NO_VECTOR)).toList(),
                NO_VECTOR);
    }

    boolean isByWordsAlone() {
        return wordings.getFirst().vector().length == 0;
    }

    boolean isFollowUp() {
        return vectorBefore.length > 0;
    }
}
