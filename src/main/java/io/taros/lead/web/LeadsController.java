package io.taros.lead.web;

import io.taros.account.Account;
import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.conversation.Lead;
import io.taros.lead.DeskLead;
import io.taros.lead.LeadColleagues;
import io.taros.lead.LeadDesk;
import io.taros.lead.LeadFilter;
import io.taros.lead.LeadStatus;
import io.taros.lead.LeadTable;
import io.taros.lead.web.LeadsPage.Asked;
import io.taros.organization.Organizations;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.web.BotPick;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of leads, and the same as a table to carry away. */
@Controller
@RequestMapping("/people/leads")
class LeadsController {
    private static final int SHOWN = 50;

    private final LeadDesk desk;
    private final LeadTable table;
    private final LeadColleagues colleagues;
    private final Bots bots;
    private final Organizations organizations;

    LeadsController(
            LeadDesk desk,
            LeadTable table,
            LeadColleagues colleagues,
            Bots bots,
            Organizations organizations) {
        this.desk = desk;
        this.table = table;
        this.colleagues = colleagues;
        this.bots = bots;
        this.organizations = organizations;
    }

    /** What a page is filtered by. */
    record Form(
            @Nullable String bot,
            @Nullable String status,
            @Nullable String assignee,
            @Nullable String from,
            @Nullable String until) {
        Asked asked() {
            return new Asked(text(bot), text(status), text(assignee), text(from), text(until));
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }
    }

    /**
     * @param cursor the last lead of the page before
     */
    @GetMapping
    @Requires(Permission.LEAD_READ)
    LeadsPage page(
            Form form,
            @RequestParam(required = false) @Nullable UUID cursor,
            @RequestParam(defaultValue = "false") boolean gone) {
        var asked = form.asked();
        var page = desk.list(filter(asked), cursor == null ? null : new Lead.Id(cursor), SHOWN);
        var all = bots.list();
        var called = all.stream().collect(Collectors.toMap(Bot::id, Bot::name));
        var names =
                colleagues.names(
                        page.leads().stream()
                                .map(one -> one.progress().assignee())
                                .filter(Objects::nonNull)
                                .toList());
        return new LeadsPage(
                page.leads().stream().map(one -> row(one, called::get, names)).toList(),
                asked,
                new LeadsPage.Choices(
                        all.stream()
                                .map(bot -> new BotPick.Choice(bot.id().value(), bot.name()))
                                .toList(),
                        colleagues.list().stream().map(LeadsController::person).toList()),
                page.next() == null ? null : page.next().value(),
                query(asked),
                gone);
    }

    @GetMapping("/export.csv")
    @Requires(Permission.LEAD_MANAGE)
    void table(Form form, HttpServletResponse response) throws IOException {
        var filter = filter(form.asked());
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"leads.csv\"");
        table.write(filter, response.getWriter());
    }

    static LeadsPage.Person person(Account account) {
        return new LeadsPage.Person(account.id().value(), account.name());
    }

    private static LeadsPage.Row row(
            LeadDesk.Opened one,
            Function<Bot.Id, @Nullable String> bots,
            Function<Account.Id, String> names) {
        DeskLead progress = one.progress();
        var contact = one.lead().contact();
        return new LeadsPage.Row(
                one.lead().id().value(),
                Named.who(contact),
                Named.reach(contact),
                contact.note(),
                Objects.requireNonNullElse(bots.apply(progress.botId()), ""),
                progress.status(),
                progress.assignee() == null ? null : names.apply(progress.assignee()),
                one.lead().createdAt());
    }

    /** What makes no sense filters nothing out: the page shows what was asked. */
    private LeadFilter filter(Asked asked) {
        var bot = id(asked.bot());
        var assignee = id(asked.assignee());
        return new LeadFilter(
                bot == null ? null : new Bot.Id(bot),
                Arrays.stream(LeadStatus.values())
                        .filter(status -> status.name().equals(asked.status()))
                        .findFirst()
                        .orElse(null),
                assignee == null ? null : new Account.Id(assignee),
                day(asked.from(), 0),
                day(asked.until(), 1));
    }

    private static @Nullable UUID id(String text) {
        try {
            return text.isEmpty() ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private @Nullable Instant day(String text, int later) {
        try {
            return text.isEmpty()
                    ? null
                    : LocalDate.parse(text)
                            .plusDays(later)
                            .atStartOfDay(organizations.get().timeZone())
                            .toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static String query(Asked asked) {
        var parts = new TreeMap<String, String>();
        parts.put("bot", asked.bot());
        parts.put("status", asked.status());
        parts.put("assignee", asked.assignee());
        parts.put("from", asked.from());
        parts.put("until", asked.until());
        return parts.entrySet().stream()
                .filter(part -> !part.getValue().isEmpty())
                .map(part ->
                        part.getKey()
                                + "="
                                + URLEncoder.encode(part.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
