package io.taros.knowledge.web;

import io.taros.bot.Bot;
import io.taros.bot.CurrentBot;
import io.taros.knowledge.AlikePairs;
import io.taros.knowledge.Audiences;
import io.taros.knowledge.Confirmation;
import io.taros.knowledge.Pair;
import io.taros.knowledge.Pairs;
import io.taros.knowledge.Source;
import io.taros.knowledge.Sources;
import io.taros.knowledge.web.NewPair.Openness;
import io.taros.knowledge.web.PairRow.State;
import io.taros.knowledge.web.QuestionsPage.Table;
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
import io.taros.search.KnowledgeTags;
import java.util.List;
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
     * @param again puts back what was just deleted, for whom it was
     */
    record Form(
            @Nullable UUID bot,
            @Nullable String question,
            @Nullable String wordings,
            @Nullable String answer,
            @Nullable Boolean rights,
            @Nullable Boolean again,
            @Nullable String tags,
            @Nullable List<UUID> bots) {
        private boolean putsBack() {
            return Boolean.TRUE.equals(again);
        }

        private Audiences.Wish audience() {
            return new Audiences.Wish(
                    KnowledgeTags.of(tags == null ? List.of() : List.of(tags)),
                    bots == null ? List.of() : bots.stream().map(Bot.Id::new).toList());
        }

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

    /**
     * What of the table is asked for.
     *
     * @param add anything, to arrive with an empty line
     * @param imported what an import says it did
     */
    record Asked(
            @Nullable String words,
            Pair.@Nullable Order order,
            @Nullable Integer page,
            @Nullable String add,
            @Nullable Integer imported) {
        private static final Asked ALL = new Asked(null, null, null, null, null);

        private Pair.Sought sought() {
            return new Pair.Sought(
                    words == null ? "" : words, order == null ? Pair.Order.NEWEST : order);
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
    QuestionsPage page(@RequestParam(required = false) @Nullable UUID bot, Asked asked) {
        var chosen = current.of(bot);
        var openness = asked.add() == null ? Openness.CLOSED : Openness.OPEN;
        var adding = NewPair.empty(chosen.id().value(), openness);
        return page(chosen, asked, adding);
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
                var pair = form.typed().pair(bot.id());
                var source =
                        form.putsBack()
                                ? pairs.addAgain(pair, form.audience(), Confirmation.by(caller))
                                : sources.add(pair, Confirmation.by(caller));
                return isPart == null
                        ? new Redirect("/knowledge/questions?bot=" + bot.id().value())
                        : added(source, form.putsBack());
            } catch (BadInput refused) {
                errors = FormErrors.of(refused);
            } catch (TooLarge refused) {
                errors = FormErrors.of(refused.in("answer"));
            }
        }
        var adding = form.refused(bot, errors);
        return isPart == null ? page(bot, Asked.ALL, adding) : adding;
    }

    private View added(Source source, boolean again) {
        var row = PairRow.of(pairs.get(source.id()), again ? State.LEFT : State.SHOWN);
        return again ? row : NewPair.after(row);
    }

    private QuestionsPage page(Bot bot, Asked asked, NewPair adding) {
        var sought = asked.sought();
        var total = pairs.count(bot.id(), sought.words());
        var number = Math.clamp(asked.page() == null ? 1 : asked.page(), 1, Table.pages(total));
        var rows =
                pairs.list(bot.id(), sought, (number - 1) * Table.SIZE, Table.SIZE).stream()
                        .map(pair -> PairRow.of(pair, State.SHOWN))
                        .toList();
        return new QuestionsPage(
                current.pick(bot),
                new Table(rows, number, total),
                sought,
                adding,
                pages.waiting(bot),
                alike.count(bot.id()),
                asked.imported());
    }
}
