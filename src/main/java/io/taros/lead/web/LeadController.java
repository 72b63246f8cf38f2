package io.taros.lead.web;

import io.taros.account.Account;
import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.conversation.Lead;
import io.taros.lead.HandleLead;
import io.taros.lead.LeadColleagues;
import io.taros.lead.LeadDesk;
import io.taros.lead.LeadStatus;
import io.taros.lead.LeadStep;
import io.taros.lead.LeadSteps;
import io.taros.lead.MergeLeads;
import io.taros.lead.web.LeadPage.Notice;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** One lead, and what people do with it. */
@Controller
@RequestMapping("/people/leads/{id}")
class LeadController {
    private final LeadDesk desk;
    private final LeadSteps steps;
    private final HandleLead handle;
    private final MergeLeads merging;
    private final LeadColleagues colleagues;
    private final Bots bots;

    LeadController(
            LeadDesk desk,
            LeadSteps steps,
            HandleLead handle,
            MergeLeads merging,
            LeadColleagues colleagues,
            Bots bots) {
        this.desk = desk;
        this.steps = steps;
        this.handle = handle;
        this.merging = merging;
        this.colleagues = colleagues;
        this.bots = bots;
    }

    @GetMapping
    @Requires(Permission.LEAD_READ)
    LeadPage page(@PathVariable UUID id, @RequestParam(defaultValue = "NONE") Notice notice) {
        return page(new Lead.Id(id), notice, "", FormErrors.NONE);
    }

    @PostMapping("/status")
    @Requires(Permission.LEAD_MANAGE)
    View move(
            @PathVariable UUID id,
            @RequestParam LeadStatus status,
            @RequestParam(defaultValue = "") String note) {
        try {
            handle.move(new Lead.Id(id), status, note);
            return back(id, Notice.SAVED);
        } catch (BadInput refused) {
            return page(new Lead.Id(id), Notice.NONE, note, FormErrors.of(refused));
        }
    }

    /**
     * @param assignee nobody if blank
     */
    @PostMapping("/assignment")
    @Requires(Permission.LEAD_MANAGE)
    View assign(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID assignee) {
        try {
            handle.assign(new Lead.Id(id), assignee == null ? null : new Account.Id(assignee));
            return back(id, Notice.SAVED);
        } catch (BadInput refused) {
            return page(new Lead.Id(id), Notice.NONE, "", FormErrors.of(refused));
        }
    }

    @PostMapping("/parts")
    @Requires(Permission.LEAD_MANAGE)
    View merge(@PathVariable UUID id, @RequestParam UUID other) {
        try {
            merging.merge(new Lead.Id(id), new Lead.Id(other));
            return back(id, Notice.MERGED);
        } catch (BadInput refused) {
            return page(new Lead.Id(id), Notice.NONE, "", FormErrors.of(refused));
        }
    }

    @PostMapping("/separation")
    @Requires(Permission.LEAD_MANAGE)
    Redirect takeApart(@PathVariable UUID id) {
        merging.takeApart(new Lead.Id(id));
        return back(id, Notice.TAKEN_APART);
    }

    @PostMapping("/deletion")
    @Requires(Permission.LEAD_MANAGE)
    Redirect delete(@PathVariable UUID id) {
        handle.delete(new Lead.Id(id));
        return new Redirect("/people/leads?gone=true");
    }

    private static Redirect back(UUID id, Notice notice) {
        return new Redirect("/people/leads/%s?notice=%s".formatted(id, notice));
    }

    private LeadPage page(Lead.Id id, Notice notice, String note, FormErrors errors) {
        var one = desk.get(id);
        var progress = one.progress();
        return new LeadPage(
                card(one),
                new LeadPage.Progress(
                        progress.status(),
                        progress.assignee() == null ? null : progress.assignee().value(),
                        progress.mergedInto() == null ? null : progress.mergedInto().value(),
                        notice),
                desk.parts(one).stream().map(this::card).toList(),
                desk.alike(one).stream().map(this::card).toList(),
                colleagues.of(progress.botId()).stream().map(LeadsController::person).toList(),
                steps(steps.list(id)),
                note,
                errors);
    }

    private LeadPage.Card card(LeadDesk.Opened one) {
        var lead = one.lead();
        return new LeadPage.Card(
                lead.id().value(),
                lead.conversationId().value(),
                bots.find(lead.botId()).map(Bot::name).orElse(""),
                lead.contact(),
                lead.given().answers(),
                lead.given().consent(),
                lead.createdAt());
    }

    private List<LeadPage.Step> steps(List<LeadStep> made) {
        var names =
                colleagues.names(
                        made.stream()
                                .flatMap(step ->
                                        Stream.concat(
                                                Stream.ofNullable(step.account()),
                                                Stream.ofNullable(step.assignee())))
                                .toList());
        return made.stream().map(step -> step(step, names)).toList();
    }

    private static LeadPage.Step step(LeadStep step, Function<Account.Id, String> names) {
        return new LeadPage.Step(
                step.kind(),
                step.status(),
                step.assignee() == null ? null : names.apply(step.assignee()),
                step.account() == null ? null : names.apply(step.account()),
                step.note(),
                step.createdAt());
    }
}
