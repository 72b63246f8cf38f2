package io.taros.lead;

import io.taros.platform.audit.AuditAction;

/** What this module writes to the audit log. */
enum LeadAction implements AuditAction {
    FORM_CHANGED("lead-form.changed"),
    MOVED("lead.moved"),
    ASSIGNED("lead.assigned"),
    MERGED("lead.merged"),
    TAKEN_APART("lead.taken-apart"),
    DELETED("lead.deleted"),
    EXPORTED("lead.exported");

    private final String code;

    LeadAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
