package io.taros.handover;

import io.taros.platform.audit.AuditAction;

/** What this module writes to the audit log. */
enum HandoverAction implements AuditAction {
    RULES_CHANGED("handover.rules-changed"),
    HOURS_CHANGED("handover.hours-changed"),
    TEAM_ADDED("team.added"),
    TEAM_CHANGED("team.changed"),
    TEAM_DELETED("team.deleted");

    private final String code;

    HandoverAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
