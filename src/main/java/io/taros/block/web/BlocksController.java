package io.taros.block.web;

import io.taros.account.Account;
import io.taros.account.Accounts;
import io.taros.block.Block;
import io.taros.block.BlockVisitor;
import io.taros.block.Blocks;
import io.taros.block.web.BlocksPage.Row;
import io.taros.block.web.BlocksPage.Typed;
import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.conversation.Conversation;
import io.taros.conversation.Conversations;
import io.taros.conversation.RestrictedReading;
import io.taros.platform.security.Caller;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.Conflict;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
@RequestMapping("/people/blocks")
class BlocksController {
    private static final String HERE = "/people/blocks?notice=";

    private final Blocks blocks;
    private final BlockVisitor blockVisitor;
    private final Conversations conversations;
    private final RestrictedReading restricted;
    private final Accounts accounts;
    private final Bots bots;

    BlocksController(
            Blocks blocks,
            BlockVisitor blockVisitor,
            Conversations conversations,
            RestrictedReading restricted,
            Accounts accounts,
            Bots bots) {
        this.bots = bots;
        this.blocks = blocks;
        this.blockVisitor = blockVisitor;
        this.conversations = conversations;
        this.restricted = restricted;
        this.accounts = accounts;
    }

    @GetMapping
    @Requires(Permission.VISITOR_BLOCK)
    BlocksPage page(@RequestParam(required = false) @Nullable String notice) {
        return page(Typed.NONE, notice, FormErrors.NONE);
    }

    /** Addresses that nobody was met at. */
    @PostMapping
    @Requires(Permission.VISITOR_BLOCK)
    View addRange(BlockForm form, Caller caller) {
        var errors = form.errorsWithRange();
        if (!errors.isEmpty()) {
            return page(form.typed(), null, errors);
        }
        try {
            blocks.add(form.decision(), form.cidr().orElseThrow(), accountOf(caller));
            return new Redirect(HERE + "made");
        } catch (Conflict refused) {
            return page(form.typed(), null, FormErrors.of(refused.in("range")));
        }
    }

    @GetMapping("/conversations/{id}")
    @Requires(Permission.VISITOR_BLOCK)
    BlockPage form(@PathVariable UUID id, Caller caller) {
        return new BlockPage(there(id, caller).value(), Typed.NONE, true, FormErrors.NONE);
    }

    @PostMapping("/conversations/{id}")
    @Requires(Permission.VISITOR_BLOCK)
    View block(@PathVariable UUID id, BlockForm form, Caller caller) {
        var conversation = there(id, caller);
        var errors = form.errors();
        if (!errors.isEmpty()) {
            return new BlockPage(id, form.typed(), form.learnsAddress(), errors);
        }
        blockVisitor.block(conversation, form.decision(), form.learnsAddress(), accountOf(caller));
        return new Redirect(HERE + "made");
    }

    @PostMapping("/{id}/lifting")
    @Requires(Permission.VISITOR_BLOCK)
    Redirect lift(@PathVariable UUID id) {
        blocks.lift(new Block.Id(id));
        return new Redirect(HERE + "lifted");
    }

    private Conversation.Id there(UUID id, Caller caller) {
        var conversation = conversations.get(new Conversation.Id(id)).id();
        restricted.refuse(conversation, caller);
        return conversation;
    }

    private BlocksPage page(Typed typed, @Nullable String notice, FormErrors errors) {
        var names = bots.list().stream().collect(Collectors.toMap(Bot::id, Bot::name));
        return new BlocksPage(
                blocks.list().stream().map(block -> row(block, names)).toList(),
                typed,
                notice,
                errors);
    }

    private Row row(Block block, Map<Bot.Id, String> names) {
        var by = block.by();
        return new Row(
                block.id().value(),
                block.label(),
                block.reason(),
                block.range(),
                block.kinds(),
                block.bots().stream().map(names::get).filter(Objects::nonNull).sorted().toList(),
                by == null ? null : accounts.find(by).map(Account::name).orElse(null),
                block.since(),
                block.until(),
                block.isLiftable());
    }

    private static Account.@Nullable Id accountOf(Caller caller) {
        return caller.account() == null ? null : new Account.Id(caller.account());
    }
}
