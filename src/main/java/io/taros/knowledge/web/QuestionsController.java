package io.taros.knowledge.web;

import io.taros.bot.Bot;
import io.taros.bot.CurrentBot;
import io.taros.knowledge.AlikePairs;
import io.taros.knowledge.Confirmation;
import io.taros.knowledge.NewSource;
import io.taros.knowledge.Pair;
import io.taros.knowledge.Pairs;
import io.taros.knowledge.Source;
import io.taros.knowledge.Sources;
import io.taros.knowledge.web.NewPair.Openness;
import io.taros.knowledge.web.PairRow.State;
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
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All pairs of a bot as a table, and its first line, in which new ones are written. */
@Controller
@RequestMapping("/knowledge/questions")
class QuestionsController {
    /**
     * @param again puts back what was just deleted
     */
    record Form(
            @Nullable UUID bot,
            @Nullable String question,
            @Nullable String wordings,
            @Nullable String answer,
            @Nullable Boolean rights,
            @Nullable Boolean again) {
        private FormErrors missing() {
            var errors = typed().missing();
            return Boolean.TRUE.equals(rights)
                    ? errors
                    : errors.text("rights", "knowledge.rights.needed");
        }

        private TypedPair typed() {
            return TypedPair.of(question, wordings, answer);
        }

        private NewPair refused(Bot bot, FormErrors errors) {
            var isRightful = Boolean.TRUE.equals(rights);
            return new NewPair(
                    bot.id().value(), Openness.OPEN, typed().words(), isRightful, errors, null);
        }
    }

    private final Pairs pairs;
    private final AlikePairs alike;
    private final SourcePages pages;
    private final Sources sources;
    private final CurrentBot current;
    private final RateLimits limits;

    QuestionsController(
            Pairs pairs,
            AlikePairs alike,
            SourcePages pages,
            Sources sources,
            CurrentBot current,
            RateLimits limits) {
        this.pairs = pairs;
        this.alike = alike;
        this.pages = pages;
        this.sources = sources;
        this.current = current;
        this.limits = limits;
    }

    @GetMapping
    @Requires(Permission.KNOWLEDGE_READ)
    QuestionsPage page(
            @RequestParam(required = false) @Nullable UUID bot,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "NEWEST") Pair.Order order,
            @RequestParam(defaultValue = "1") int page,
            @RequestParam(required = false) @Nullable String add,
            @RequestParam(required = false) @Nullable Integer imported) {
        var chosen = current.of(bot);
        var openness = add == null ? Openness.CLOSED : Openness.OPEN;
        var adding = NewPair.empty(chosen.id().value(), openness);
        return page(chosen, new Pair.Sought(words, order), page, adding, imported);
    }

    /** A line of the table where it is asked for as such, otherwise the page. */
    @PostMapping
    @Requires(Permission.KNOWLEDGE_WRITE)
    View add(
            Form form,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String isPart,
            Caller caller) {
        var bot = current.of(form.bot());
        var errors = form.missing();
        if (errors.isEmpty()) {
            limits.take(Limit.SOURCE, Tenancy.organization().toString());
            try {
                var source =
                        sources.add(form.typed().pair(bot.id()), Confirmation.by(caller));
                return isPart == null
                        ? new Redirect("/knowledge/questions?bot=" + bot.id().value())
                        : added(source, Boolean.TRUE.equals(form.again()));
            } catch (BadInput refused) {
                errors = FormErrors.of(refused);
            } catch (TooLarge refused) {
                errors = FormErrors.of(refused.in("answer"));
            }
        }
        var adding = form.refused(bot, errors);
        return isPart == null ? page(bot, Pair.Sought.ALL, 1, adding, null) : adding;
    }

    private View added(Source source, boolean again) {
        var row = PairRow.of(pairs.get(source.id()), again ? State.LEFT : State.SHOWN);
        return again ? row : NewPair.after(row);
    }

    private QuestionsPage page(
            Bot bot,
            Pair.Sought sought,
            int number,
            NewPair adding,
            @Nullable Integer imported) {
        var total = pairs.count(bot.id(), sought.words());
        var last = Math.max(1, (total + QuestionsPage.Table.SIZE - 1) / QuestionsPage.Table.SIZE);
        var shown = Math.clamp(number, 1, last);
        var rows =
                pairs
                        .list(
                                bot.id(),
                                sought,
                                (shown - 1) * QuestionsPage.Table.SIZE,
                                QuestionsPage.Table.SIZE)
                        .stream()
                        .map(pair -> PairRow.of(pair, State.SHOWN))
                        .toList();
        return new QuestionsPage(
                current.pick(bot),
                new QuestionsPage.Table(rows, shown, total),
                sought,
                adding,
                pages.waiting(bot),
                alike.count(bot.id()),
                imported);
    }
}
