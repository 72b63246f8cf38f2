package io.taros.egress.web;

import io.taros.platform.egress.EgressPolicy;
import io.taros.platform.egress.LedgerEntry;
import io.taros.platform.egress.OutboundLog.Total;
import io.taros.platform.egress.Purpose;
import io.taros.platform.egress.Refusal;
import io.taros.platform.egress.Vendor;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.View;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Settings: what leaves the house.
 *
 * @param vendors that would get questions or knowledge
 * @param names of all in the ledger, by id
 * @param next where the page of older calls begins; absent where there is none
 * @param query what is filtered, as an address has it
 */
public record OutboundPage(
        EgressPolicy policy,
        List<VendorLine> vendors,
        Asked asked,
        Map<String, String> names,
        List<Total> totals,
        List<LedgerEntry> calls,
        @Nullable UUID next,
        String query,
        boolean saved,
        FormErrors errors)
        implements View {
    public static final List<Purpose> PURPOSES = List.of(Purpose.values());

    /**
     * @param chosen whether it is among the only ones
     * @param refusal why the rules let nothing go there
     * @param firstDay before which it gets nothing though the rules allow it, because owners were
     *     told of it lately; absent where it need not wait
     */
    public record VendorLine(
            Vendor vendor,
            boolean chosen,
            @Nullable Refusal refusal,
            @Nullable LocalDate firstDay) {
        public boolean isUsed() {
            return refusal == null && firstDay == null;
        }
    }

    /** What the list is filtered by, as it was typed. */
    public record Asked(String vendor, String purpose, String from, String until) {
        public boolean isNothing() {
            return vendor.isBlank() && purpose.isBlank() && from.isBlank() && until.isBlank();
        }
    }

    public OutboundPage {
        vendors = List.copyOf(vendors);
        totals = List.copyOf(totals);
        calls = List.copyOf(calls);
    }

    public String name(String id) {
        return names.getOrDefault(id, id);
    }

    /** As texts name it. */
    public static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Of thousand bytes, a begun one counted. */
    public static long kilobytes(long bytes) {
        return (bytes + 999) / 1000;
    }

    @Override
    public String template() {
        return "egress/outbound";
    }

    @Override
    public HttpStatus status() {
        return errors.isEmpty() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
    }
}
