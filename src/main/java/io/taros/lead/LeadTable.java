package io.taros.lead;

import static io.taros.platform.web.SpreadsheetCell.harmless;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.taros.account.Account;
import io.taros.bot.Bot;
import io.taros.bot.Bots;
import io.taros.conversation.Lead;
import io.taros.conversation.Leads;
import io.taros.platform.audit.Audit;
import io.taros.platform.web.SpreadsheetCell;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leads for a spreadsheet, each for itself and with what was agreed to in it. */
@Component
public class LeadTable {
    private static final int AT_ONCE = 200;

    private final DeskLeads desk;
    private final Leads leads;
    private final Bots bots;
    private final LeadColleagues colleagues;
    private final Audit audit;

    LeadTable(DeskLeads desk, Leads leads, Bots bots, LeadColleagues colleagues, Audit audit) {
        this.desk = desk;
        this.leads = leads;
        this.bots = bots;
        this.colleagues = colleagues;
        this.audit = audit;
    }

    public void write(LeadFilter filter, Writer out) throws IOException {
        var names = bots.list().stream().collect(Collectors.toMap(Bot::id, Bot::name));
        // First: a table that broke off halfway is in somebody's hands, too.
        audit.record(LeadAction.EXPORTED);
        out.write(SpreadsheetCell.BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(
                    List.of(
                            "id",
                            "left_at",
                            "bot",
                            "status",
                            "assignee",
                            "name",
                            "email",
                            "phone",
                            "message",
                            "answers",
                            "consent",
                            "consent_method",
                            "consent_version",
                            "consent_language",
                            "merged_into",
                            "conversation"));
            var batch = desk.listEach(filter, null, AT_ONCE);
            while (!batch.isEmpty()) {
                write(batch, names, csv);
                batch = desk.listEach(filter, batch.getLast().leadId(), AT_ONCE);
            }
        }
    }

    private void write(List<DeskLead> batch, Map<Bot.Id, String> bots, CsvWriter csv) {
        var opened =
                leads.listToUse(batch.stream().map(DeskLead::leadId).toList()).stream()
                        .collect(Collectors.toMap(Lead::id, Function.identity()));
        var names =
                colleagues.names(
                        batch.stream().map(DeskLead::assignee).filter(Objects::nonNull).toList());
        for (var one : batch) {
            var lead = opened.get(one.leadId());
            if (lead != null) {
                csv.writeRecord(cells(one, lead, bots.getOrDefault(one.botId(), ""), names));
            }
        }
    }

    private static List<String> cells(
            DeskLead one, Lead lead, String bot, Function<Account.Id, String> names) {
        var contact = lead.contact();
        var consent = lead.given().consent();
        var answers =
                lead.given().answers().stream()
                        .map(answer -> answer.question() + ": " + answer.answer())
                        .collect(Collectors.joining("; "));
        return List.of(
                lead.id().value().toString(),
                lead.createdAt().toString(),
                harmless(bot),
                word(one.status()),
                one.assignee() == null ? "" : harmless(names.apply(one.assignee())),
                text(contact.name()),
                text(contact.email()),
                text(contact.phone()),
                text(contact.note()),
                harmless(answers),
                text(lead.consentText()),
                consent == null ? "" : word(consent.method()),
                consent == null ? "" : Objects.toString(consent.version(), ""),
                consent == null ? "" : Objects.toString(consent.language(), ""),
                one.mergedInto() == null ? "" : one.mergedInto().value().toString(),
                lead.conversationId().value().toString());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : harmless(value);
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
