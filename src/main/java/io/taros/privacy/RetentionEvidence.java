package io.taros.privacy;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.taros.platform.datamap.Evidence;
import io.taros.platform.retention.RetentionRule;
import io.taros.platform.retention.RetentionRules;
import io.taros.platform.web.SpreadsheetCell;
import java.io.IOException;
import java.io.Writer;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** How long what is kept, and why longer. What went is in the audit log. */
@Component
class RetentionEvidence implements Evidence {
    private final RetentionRules rules;
    private final RetentionSettings settings;

    RetentionEvidence(RetentionRules rules, RetentionSettings settings) {
        this.rules = rules;
        this.settings = settings;
    }

    @Override
    public String file() {
        return "retention.csv";
    }

    @Override
    public void write(Writer out) throws IOException {
        out.write(SpreadsheetCell.BYTE_ORDER_MARK);
        try (var csv = CsvWriter.builder().build(out)) {
            csv.writeRecord("rule", "hours", "ending", "reason");
            rules.all().stream()
                    .filter(RetentionRule::isOfOrganizations)
                    .forEach(rule ->
                            csv.writeRecord(
                                    rule.name(),
                                    String.valueOf(settings.termOf(rule).toHours()),
                                    settings.applied(rule).ending().name(),
                                    reason(rule)));
        }
    }

    private String reason(RetentionRule rule) {
        return settings.find(rule)
                .map(chosen -> Objects.requireNonNullElse(chosen.reason(), ""))
                .map(SpreadsheetCell::harmless)
                .orElse("");
    }
}
