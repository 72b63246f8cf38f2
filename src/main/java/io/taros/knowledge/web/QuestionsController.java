package io.taros.knowledge.web;

import io.taros.bot.Bot;
import io.taros.bot.CurrentBot;
import io.taros.knowledge.Confirmation;
import io.taros.knowledge.NewSource;
import io.taros.knowledge.Source;
import io.taros.knowledge.Sources;
import io.taros.knowledge.web.QuestionsPage.Draft;
import io.taros.knowledge.web.QuestionsPage.Openness;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.TooLarge;
import io.taros.platform.web.View;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/knowledge/questions")
class QuestionsController {
    record Form(
            @Nullable UUID bot,
            @Nullable String question,
            @Nullable String answer,
            @Nullable Boolean rights) {
        private FormErrors missing() {
            var errors = FormErrors.NONE.required("question", question).required("answer", answer);
            return Boolean.TRUE.equals(rights)
                    ? errors
                    : errors.text("rights", "knowledge.rights.needed");
        }

        private Draft again(FormErrors errors) {
            return new Draft(Openness.OPEN, text(question), text(answer), errors);
        }
    }

    private final SourcePages pages;
    private final Sources sources;
    private final CurrentBot current;
    private final RateLimits limits;

    QuestionsController(SourcePages pages, Sources sources, CurrentBot current, RateLimits limits) {
        this.limits = limits;
        this.pages = pages;
        this.sources = sources;
        this.current = current;
    }

    @GetMapping
    @Requires(Permission.KNOWLEDGE_READ)
    QuestionsPage page(
            @RequestParam(required = false) @Nullable UUID bot,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "") String add) {
        return page(current.of(bot), cursor, add.isEmpty() ? Draft.NONE : Draft.EMPTY);
    }

    @PostMapping
    @Requires(Permission.KNOWLEDGE_WRITE)
    View add(Form form, Caller caller) {
        var bot = current.of(form.bot());
        var missing = form.missing();
        if (!missing.isEmpty()) {
            return page(bot, null, form.again(missing));
        }
        limits.take(Limit.SOURCE, Tenancy.organization().toString());
        try {
            var pair =
                    new NewSource.Qa(
                            bot.id(), text(form.question()), List.of(), text(form.answer()));
            sources.add(pair, Confirmation.by(caller));
            return new Redirect("/knowledge/questions?bot=" + bot.id().value());
        } catch (BadInput refused) {
            return page(bot, null, form.again(FormErrors.of(refused)));
        } catch (TooLarge refused) {
            return page(bot, null, form.again(FormErrors.of(refused.in("answer"))));
        }
    }

    private QuestionsPage page(Bot bot, @Nullable String cursor, Draft draft) {
        var found = pages.questions(bot, cursor);
        return new QuestionsPage(
                current.pick(bot),
                pages.shown(found).stream().map(this::pair).toList(),
                draft,
                pages.next(found),
                pages.waiting(bot));
    }

    private QuestionsPage.Pair pair(Source source) {
        var id = source.id().value();
        return sources.pair(source)
                .map(pair ->
                        new QuestionsPage.Pair(
                                id, pair.question(), pair.answer(), source.standing()))
                .orElseGet(() -> new QuestionsPage.Pair(id, source.title(), "", source.standing()));
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
