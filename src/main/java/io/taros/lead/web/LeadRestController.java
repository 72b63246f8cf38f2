package io.taros.lead.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.taros.bot.Bot;
import io.taros.conversation.Lead;
import io.taros.lead.HandleLead;
import io.taros.lead.LeadDesk;
import io.taros.lead.LeadFilter;
import io.taros.lead.LeadStatus;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.Page;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/leads")
@Tag(name = "Leads", description = "Visitors who left how to reach them.")
class LeadRestController {
    private final LeadDesk desk;
    private final HandleLead handle;

    LeadRestController(LeadDesk desk, HandleLead handle) {
        this.desk = desk;
        this.handle = handle;
    }

    /**
     * @param note why, for colleagues
     */
    record Change(@Nullable String status, @Nullable String note) {}

    @GetMapping
    @Requires(Permission.LEAD_READ)
    @Operation(
            operationId = "listLeads",
            summary = "List leads",
            description =
                    "The newest first; without those that were merged into another and those of restricted conversations."
                            + " Each says what was agreed to in it.")
    Page<LeadView> list(
            @RequestParam(required = false) @Nullable UUID bot,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit) {
        var filter =
                new LeadFilter(
                        bot == null ? null : new Bot.Id(bot),
                        status == null ? null : status(status),
                        null,
                        null,
                        null);
        var page = desk.list(filter, cursor == null ? null : place(cursor), Page.limit(limit));
        var next = page.next();
        return new Page<>(
                page.leads().stream().map(LeadView::of).toList(),
                new Page.Pagination(next == null ? null : next.value().toString(), next != null));
    }

    @GetMapping("/{id}")
    @Requires(Permission.LEAD_READ)
    @Operation(operationId = "getLead", summary = "Read a lead")
    LeadView get(@PathVariable UUID id) {
        return LeadView.of(desk.get(new Lead.Id(id)));
    }

    @PatchMapping("/{id}")
    @Requires(Permission.LEAD_MANAGE)
    @Operation(
            operationId = "changeLead",
            summary = "Say how far you are with a lead",
            description = "A status of new, contacted, qualified, won, lost or spam, with a note.")
    LeadView change(@PathVariable UUID id, @RequestBody Change change) {
        if (change.status() == null) {
            throw new BadInput("status", "lead.input.status");
        }
        handle.move(new Lead.Id(id), status(change.status()), change.note());
        return get(id);
    }

    private static LeadStatus status(String word) {
        return Arrays.stream(LeadStatus.values())
                .filter(status -> status.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst()
                .orElseThrow(() -> new BadInput("status", "lead.input.status"));
    }

    private static Lead.Id place(String cursor) {
        try {
            return new Lead.Id(UUID.fromString(cursor));
        } catch (IllegalArgumentException e) {
            throw new BadInput("cursor", "lead.input.cursor");
        }
    }
}
