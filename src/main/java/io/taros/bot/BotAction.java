package io.taros.bot;

import io.taros.platform.audit.AuditAction;

/** What this module writes to the audit log. */
enum BotAction implements AuditAction {
    CREATED("bot.created"),
    CHANGED("bot.changed"),
    DELETED("bot.deleted");

    private final String code;

    BotAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
