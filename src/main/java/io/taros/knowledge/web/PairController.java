package io.taros.knowledge.web;

import io.taros.knowledge.Confirmation;
import io.taros.knowledge.Pair;
import io.taros.knowledge.Pair.Changed;
import io.taros.knowledge.Pairs;
import io.taros.knowledge.Source;
import io.taros.knowledge.WaitingSources;
import io.taros.knowledge.web.PairRow.State;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.Tenancy;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Limit;
import io.taros.platform.web.RateLimits;
import io.taros.platform.web.TooLarge;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** One line of the table of questions: shown, edited, deleted and put back. */
@Controller
@RequestMapping("/knowledge/questions/{id}")
class PairController {
    /**
     * @param version of what was seen
     */
    record Form(
            @Nullable String question,
            @Nullable String wordings,
            @Nullable String answer,
            @Nullable String version) {
        private TypedPair typed() {
            return TypedPair.of(question, wordings, answer);
        }

        private String seen() {
            return version == null ? "" : version;
        }

        private PairRow refused(Pair now, FormErrors why) {
            return PairRow.of(now, State.EDITED).refused(typed().words(), seen(), why);
        }
    }

    private final Pairs pairs;
    private final WaitingSources waiting;
    private final RateLimits limits;

    PairController(Pairs pairs, WaitingSources waiting, RateLimits limits) {
        this.pairs = pairs;
        this.waiting = waiting;
        this.limits = limits;
    }

    @GetMapping
    @Requires(Permission.KNOWLEDGE_READ)
    PairRow show(@PathVariable UUID id) {
        return row(id, State.LEFT);
    }

    @GetMapping("/editing")
    @Requires(Permission.KNOWLEDGE_WRITE)
    PairRow edit(@PathVariable UUID id) {
        return row(id, State.EDITED);
    }

    @PostMapping
    @Requires(Permission.KNOWLEDGE_WRITE)
    PairRow save(@PathVariable UUID id, Form form, Caller caller) {
        var now = pairs.get(new Source.Id(id));
        var missing = form.typed().missing();
        if (!missing.isEmpty()) {
            return form.refused(now, missing);
        }
        limits.take(Limit.SOURCE, Tenancy.organization().toString());
        try {
            return changed(now, form, Confirmation.by(caller));
        } catch (BadInput refused) {
            return form.refused(now, FormErrors.of(refused));
        } catch (TooLarge refused) {
            return form.refused(now, FormErrors.of(refused.in("answer")));
        } catch (Conflict leaving) {
            return form.refused(now, FormErrors.NONE.text("question", "knowledge.pair.leaving"));
        }
    }

    private PairRow changed(Pair now, Form form, Confirmation confirmation) {
        var typed = form.typed();
        return switch (pairs.change(
                now.id(), form.seen(), typed.pair(now.words().bot()), confirmation)) {
            case Changed.Saved(Pair pair) -> PairRow.of(pair, State.LEFT);
            case Changed.Clash(Pair newer) ->
                    PairRow.of(newer, State.EDITED).overtaken(typed.words());
            case Changed.Known _ ->
                    form.refused(now, FormErrors.NONE.text("question", "knowledge.pair.known"));
        };
    }

    @PostMapping("/removal")
    @Requires(Permission.KNOWLEDGE_WRITE)
    PairRow remove(@PathVariable UUID id) {
        var pair = pairs.get(new Source.Id(id));
        return pairs.remove(pair.id())
                .map(leaving -> PairRow.of(leaving, State.LEFT))
                .orElseGet(() -> PairRow.of(pair, State.DELETED));
    }

    /** A pair that was to leave with the draft stays. */
    @PostMapping("/staying")
    @Requires(Permission.KNOWLEDGE_WRITE)
    PairRow keep(@PathVariable UUID id) {
        waiting.keep(pairs.get(new Source.Id(id)).id());
        return row(id, State.LEFT);
    }

    private PairRow row(UUID id, State state) {
        return PairRow.of(pairs.get(new Source.Id(id)), state);
    }
}
