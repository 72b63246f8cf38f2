package io.taros.draft;

import io.taros.platform.audit.AuditAction;

/** What this module writes to the audit log. */
enum DraftAction implements AuditAction {
    GATE_SWITCHED_ON("draft.gate-switched-on"),
    GATE_SWITCHED_OFF("draft.gate-switched-off"),
    PUBLISHED("draft.published"),
    /** The reason stands on the publication, whose id the entry holds. */
    PUBLISHED_ANYWAY("draft.published-anyway"),
    DISCARDED("draft.discarded");

    private final String code;

    DraftAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
