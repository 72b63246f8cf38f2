package io.taros.answering.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.taros.answering.Answer.Decision;
import io.taros.answering.Question;
import io.taros.answering.Turn;
import io.taros.answering.Turn.Speaker;
import io.taros.bot.Bot;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.TooLarge;
import io.taros.search.Edition;
import io.taros.search.KnowledgeTags;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A question asked over REST. */
@Schema(name = "NewAnswer")
record NewAnswer(
        @Schema(
                        description = "At most 4,000 characters",
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        example = "Can I return an item?")
                @Nullable String question,
        @Schema(description = "Earlier messages, oldest first; the last 20 count")
                @Nullable List<Said> history,
        @Schema(
                        description =
                                "Send server-sent events while the answer is written; false when absent")
                @Nullable Boolean stream,
        @Schema(
                        description =
                                "ISO 639-1 of the page, used when the question's own language cannot be told")
                @Nullable String language,
        @Schema(
                        allowableValues = {"published", "draft"},
                        description =
                                "Whether to ask the bot as visitors get it or its draft; published when absent")
                @Nullable String edition,
        @Schema(
                        description =
                                "Who asks: sources that have tags are used only where one of them is among these. 20 at most, of"
                                        + " 40 characters",
                        example = "[\"pro\", \"eu\"]")
                @Nullable List<String> tags) {

    private static final int MAX_TURNS = 20;

    @Schema(name = "Said")
    record Said(
            @Schema(allowableValues = {"user", "assistant", "person"}) @Nullable String role,
            @Nullable String text,
            @Schema(
                            description =
                                    "Of an assistant's message: the decision that came with it. Where the last one has"
                                            + " none, the bot does not ask back",
                            allowableValues = {"answer", "ask_back", "hand_over"})
                    @Nullable String decision) {

        Turn turn() {
            var words = text == null ? "" : text;
            return new Turn(
                    speaker(),
                    words.substring(0, Math.min(words.length(), Question.MAX_LENGTH)),
                    decision == null ? null : decided(decision));
        }

        private static Decision decided(String word) {
            return Arrays.stream(Decision.values())
                    .filter(each -> each.word().equals(word))
                    .findFirst()
                    .orElseThrow(
                            () -> new BadInput("history.decision", "answering.input.decision"));
        }

        private Speaker speaker() {
            return switch (role == null ? "" : role.toLowerCase(Locale.ROOT)) {
                case "user", "visitor" -> Speaker.VISITOR;
                case "assistant", "bot" -> Speaker.BOT;
                case "person" -> Speaker.PERSON;
                default -> throw new BadInput("history.role", "answering.input.role");
            };
        }
    }

    Question of(Bot bot) {
        if (question == null || question.isBlank()) {
            throw new BadInput("question", "answering.input.question");
        }
        if (question.length() > Question.MAX_LENGTH) {
            throw new TooLarge("answering.input.question-long", Question.MAX_LENGTH);
        }
        return new Question(bot, question, turns(), language, wanted())
                .taggedWith(tags == null ? KnowledgeTags.NONE : KnowledgeTags.of(tags));
    }

    Edition wanted() {
        return switch (edition == null ? "" : edition.toLowerCase(Locale.ROOT)) {
            case "", "published" -> Edition.PUBLISHED;
            case "draft" -> Edition.DRAFT;
            default -> throw new BadInput("edition", "answering.input.edition");
        };
    }

    boolean wantsStream() {
        return Boolean.TRUE.equals(stream);
    }

    private List<Turn> turns() {
        if (history == null) {
            return List.of();
        }
        return history.subList(Math.max(0, history.size() - MAX_TURNS), history.size()).stream()
                .map(Said::turn)
                .filter(turn -> !turn.text().isBlank())
                .toList();
    }
}
