package io.taros.golden.web;

import io.taros.bot.Bot;
import io.taros.bot.CurrentBot;
import io.taros.golden.Proposals;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/test/golden-questions/proposals")
class ProposalsController {
    private final Proposals proposals;
    private final CurrentBot current;

    ProposalsController(Proposals proposals, CurrentBot current) {
        this.proposals = proposals;
        this.current = current;
    }

    @GetMapping
    @Requires(Permission.GOLDEN_WRITE)
    ProposalsPage list(@RequestParam(required = false) @Nullable UUID bot) {
        return page(current.of(bot), Set.of(), FormErrors.NONE);
    }

    @PostMapping
    @Requires(Permission.GOLDEN_WRITE)
    View add(
            @RequestParam(required = false) @Nullable UUID bot,
            @RequestParam(required = false) @Nullable List<String> chosen) {
        var owner = current.of(bot);
        var keys = chosen == null ? Set.<String>of() : Set.copyOf(chosen);
        try {
            proposals.add(owner.id(), keys);
            return new Redirect("/test/golden-questions?bot=" + owner.id().value());
        } catch (BadInput refused) {
            return page(owner, keys, FormErrors.of(refused));
        } catch (Conflict refused) {
            return page(owner, keys, FormErrors.of(refused.in("chosen")));
        }
    }

    private ProposalsPage page(Bot bot, Set<String> chosen, FormErrors errors) {
        return new ProposalsPage(current.pick(bot), proposals.list(bot.id()), chosen, errors);
    }
}
