package io.taros.answering.web;

import io.taros.answering.Answer;
import io.taros.answering.AnswerSink;
import io.taros.answering.Question;
import io.taros.answering.Turn;
import io.taros.bot.Bot;
import io.taros.bot.BotDrafts;
import io.taros.bot.Bots;
import io.taros.bot.CurrentBot;
import io.taros.bot.Writers;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import io.taros.platform.web.ViewRenderer;
import io.taros.search.Edition;
import io.taros.search.KnowledgeTags;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Test: nothing asked here is stored or counted as a conversation. */
@Controller
@RequestMapping("/test")
class PlaygroundController {
    private static final int MAX_HISTORY = 12;

    /**
     * @param suggestion a question clicked instead of typed
     * @param tags of the visitor that is tried
     * @param edition of the bot that is asked
     * @param earlier what was said before, visitor and bot in turn
     * @param before what the last of these was
     */
    record Form(
            @Nullable UUID bot,
            @Nullable String question,
            @Nullable String suggestion,
            @Nullable String tags,
            Edition edition,
            @Nullable List<String> earlier,
            Answer.@Nullable Decision before) {
        Form {
            // A page without a draft to choose sends none.
            edition = edition == null ? Edition.PUBLISHED : edition;
        }

        String asked() {
            var text = suggestion == null || suggestion.isBlank() ? question : suggestion;
            return text == null ? "" : text.strip();
        }

        List<Turn> history() {
            var turns = new ArrayList<Turn>();
            for (var text : earlier == null ? List.<String>of() : earlier) {
                var speaker = turns.size() % 2 == 0 ? Turn.Speaker.VISITOR : Turn.Speaker.BOT;
                turns.add(new Turn(speaker, text));
            }
            if (!turns.isEmpty() && before != null) {
                var last = turns.removeLast();
                turns.add(new Turn(last.speaker(), last.text(), before));
            }
            return turns.subList(Math.max(0, turns.size() - MAX_HISTORY), turns.size());
        }

        Question question(Bot bot) {
            return new Question(bot, asked(), history(), null, edition)
                    .taggedWith(KnowledgeTags.of(List.of(said())));
        }

        /** Who the visitor is to be. */
        String said() {
            return tags == null ? "" : tags;
        }

        FormErrors errors() {
            try {
                KnowledgeTags.of(List.of(said()));
            } catch (BadInput refused) {
                return FormErrors.of(refused);
            }
            var length = asked().length();
            return length > Question.MAX_LENGTH
                    ? FormErrors.NONE.text(
                            "question", "answering.question.too-long", Question.MAX_LENGTH)
                    : FormErrors.NONE.required("question", asked());
        }
    }

    private final Trial trial;
    private final CurrentBot current;
    private final Bots bots;
    private final BotDrafts drafts;
    private final Writers writers;
    private final Explanations explanations;
    private final ViewRenderer renderer;

    PlaygroundController(
            Trial trial,
            CurrentBot current,
            Bots bots,
            BotDrafts drafts,
            Writers writers,
            Explanations explanations,
            ViewRenderer renderer) {
        this.trial = trial;
        this.current = current;
        this.bots = bots;
        this.drafts = drafts;
        this.writers = writers;
        this.explanations = explanations;
        this.renderer = renderer;
    }

    @GetMapping
    @Requires(Permission.ANSWER)
    PlaygroundPage page(
            @RequestParam(required = false) @Nullable UUID bot,
            @RequestParam(defaultValue = "") String question,
            @RequestParam(defaultValue = "") String edition) {
        var wanted =
                edition.equalsIgnoreCase(Edition.DRAFT.name()) ? Edition.DRAFT : Edition.PUBLISHED;
        return page(
                new Asked(bot(bot, wanted), wanted, ""),
                question,
                List.of(),
                null,
                FormErrors.NONE);
    }

    /** A bot and how it is asked. */
    private record Asked(Bot bot, Edition edition, String tags) {}

    private Bot bot(@Nullable UUID wanted, Edition edition) {
        var published = current.of(wanted);
        return switch (edition) {
            case PUBLISHED -> published;
            case DRAFT -> bots.getInDraft(published.id());
        };
    }

    @PostMapping
    @Requires(Permission.ANSWER)
    View ask(Form form, Locale locale) {
        var bot = bot(form.bot(), form.edition());
        var asked = new Asked(bot, form.edition(), form.said());
        var errors = form.errors();
        if (!errors.isEmpty()) {
            return page(asked, form.asked(), form.history(), null, errors);
        }
        var answer = trial.ask(form.question(bot), AnswerSink.NONE);
        var history = new ArrayList<>(form.history());
        history.add(new Turn(Turn.Speaker.VISITOR, form.asked()));
        history.add(new Turn(Turn.Speaker.BOT, answer.text(), answer.decision()));
        return page(asked, "", history, explanations.of(answer, locale), FormErrors.NONE);
    }

    /** The same for pages with scripts: the words as they come, and at the end why. */
    @PostMapping("/stream")
    @Requires(Permission.ANSWER)
    void stream(Form form, Locale locale, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!form.errors().isEmpty()) {
            response.setStatus(422);
            return;
        }
        var bot = bot(form.bot(), form.edition());
        var stream = PlaygroundStream.open(response);
        var answer = trial.ask(form.question(bot), stream);
        stream.send("why", renderer.html(explanations.of(answer, locale), request));
    }

    private PlaygroundPage page(
            Asked asked,
            String question,
            List<Turn> history,
            @Nullable WhyThisAnswer why,
            FormErrors errors) {
        var bot = asked.bot();
        return new PlaygroundPage(
                current.pick(bot),
                question,
                history,
                bot.widget().suggestedQuestions(),
                drafts.find(bot.id()).map(_ -> asked.edition()).orElse(null),
                asked.tags(),
                writers.recipients(bot.provider(), bot.model()),
                why,
                errors);
    }
}
