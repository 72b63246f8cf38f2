package io.taros.organization;

import io.taros.organization.web.AuditLogPage;
import io.taros.organization.web.AuditLogPage.Asked;
import io.taros.platform.audit.AuditCheck;
import io.taros.platform.security.Permission;
import io.taros.platform.security.Requires;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Settings, audit log: who did what, and the proof that nothing was taken out. */
@Controller
@RequestMapping("/settings/audit-log")
class AuditLogController {
    /** What a page is filtered by. */
    record Form(
            @Nullable String area,
            @Nullable String actor,
            @Nullable String from,
            @Nullable String until,
            @Nullable String id) {
        Asked asked() {
            return new Asked(text(area), text(actor), text(from), text(until), text(id));
        }

        private static String text(@Nullable String value) {
            return value == null ? "" : value;
        }
    }

    private static final Asked NOTHING = new Asked("", "", "", "", "");

    private final AuditPages pages;
    private final AuditExport export;
    private final AuditCheck check;

    AuditLogController(AuditPages pages, AuditExport export, AuditCheck check) {
        this.pages = pages;
        this.export = export;
        this.check = check;
    }

    /**
     * @param before the number of the oldest entry of the page before
     */
    @GetMapping
    @Requires(Permission.AUDIT_READ)
    AuditLogPage page(Form form, @RequestParam(required = false) @Nullable Long before) {
        return pages.page(form.asked(), before == null ? Long.MAX_VALUE : before, null);
    }

    @PostMapping("/check")
    @Requires(Permission.AUDIT_READ)
    AuditLogPage check() {
        return pages.page(NOTHING, Long.MAX_VALUE, check.run());
    }

    /**
     * The whole log with its hashes, checkpoints and public key: all it takes to check it
     * elsewhere.
     */
    @GetMapping("/export.jsonl")
    @Requires(Permission.AUDIT_READ)
    void proof(HttpServletResponse response) throws IOException {
        send(response, "application/jsonl", "audit-log.jsonl");
        export.proof(response.getWriter());
    }

    /** What is filtered, in words, for a spreadsheet. */
    @GetMapping("/export.csv")
    @Requires(Permission.AUDIT_READ)
    void table(Form form, HttpServletResponse response) throws IOException {
        send(response, "text/csv", "audit-log.csv");
        export.table(form.asked(), response.getWriter());
    }

    private static void send(HttpServletResponse response, String type, String file) {
        response.setContentType(type + ";charset=UTF-8");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + "\"");
    }
}
