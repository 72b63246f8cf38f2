package io.taros.egress;

import io.taros.egress.web.OutboundPage;
import io.taros.egress.web.OutboundPage.Asked;
import io.taros.platform.egress.EgressPolicy;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import io.taros.platform.security.StepUp;
import io.taros.platform.web.BadInput;
import io.taros.platform.web.FormErrors;
import io.taros.platform.web.Redirect;
import io.taros.platform.web.View;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Settings: what leaves the house, to whom, and what may. */
@Controller
@RequestMapping("/settings/outbound-data")
class OutboundController {
    /** What the list is filtered by. */
    record Form(
            @Nullable String vendor,
            @Nullable String purpose,
            @Nullable String from,
            @Nullable String until) {
        Asked asked() {
            return new Asked(text(vendor), text(purpose), text(from), text(until));
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value.strip();
        }
    }

    /**
     * @param rules says that this is the form: without it nothing ticked would mean nothing wanted
     * @param choice {@code all} that meet the rest, or {@code some}
     */
    record Rules(
            @Nullable Boolean rules,
            @Nullable Boolean euOnly,
            @Nullable Boolean noTraining,
            @Nullable Boolean masking,
            @Nullable String choice,
            @Nullable List<String> vendors) {
        EgressPolicy policy() {
            if (rules == null || choice == null || !List.of("all", "some").contains(choice)) {
                throw new BadInput("choice", "egress.input.choice");
            }
            var chosen = vendors == null ? List.<String>of() : vendors.stream().sorted().toList();
            return new EgressPolicy(
                    isOn(euOnly),
                    isOn(noTraining),
                    choice.equals("all") ? null : chosen,
                    isOn(masking));
        }

        private static boolean isOn(@Nullable Boolean ticked) {
            return Boolean.TRUE.equals(ticked);
        }
    }

    private static final Asked NOTHING = new Asked("", "", "", "");

    private final OutboundPages pages;
    private final OutboundExport export;
    private final ChangePolicy policies;
    private final AgreeToVendor agreeing;

    OutboundController(
            OutboundPages pages,
            OutboundExport export,
            ChangePolicy policies,
            AgreeToVendor agreeing) {
        this.pages = pages;
        this.export = export;
        this.policies = policies;
        this.agreeing = agreeing;
    }

    /**
     * @param after the last call of the page before
     */
    @GetMapping
    @Requires(Permission.EGRESS_READ)
    OutboundPage page(
            Form form,
            @RequestParam(required = false) @Nullable UUID after,
            @RequestParam(defaultValue = "false") boolean saved) {
        return pages.page(form.asked(), after, saved, FormErrors.NONE);
    }

    @PostMapping
    @Requires(Permission.ORGANIZATION_MANAGE)
    @StepUp
    View change(Rules rules) {
        try {
            policies.change(rules.policy());
            return new Redirect("/settings/outbound-data?saved=true");
        } catch (BadInput refused) {
            return pages.page(NOTHING, null, false, FormErrors.of(refused));
        }
    }

    /** Owners are told of vendors, and so decide not to wait. */
    @PostMapping("/vendors/{vendor}/agreement")
    @Requires(Permission.ORGANIZATION_OWN)
    @StepUp
    Redirect agree(@PathVariable String vendor) {
        agreeing.agree(vendor);
        return new Redirect("/settings/outbound-data?saved=true");
    }

    /** What is filtered, for a spreadsheet. */
    @GetMapping("/export.csv")
    @Requires(Permission.EGRESS_READ)
    void table(Form form, HttpServletResponse response) throws IOException {
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"outbound-data.csv\"");
        export.write(pages.filter(form.asked()), response.getWriter());
    }
}
