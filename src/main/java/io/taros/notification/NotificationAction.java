package io.taros.notification;

import io.taros.platform.audit.AuditAction;

/** What this module writes to the audit log. */
enum NotificationAction implements AuditAction {
    CHANNEL_ADDED("notification-channel.added"),
    CHANNEL_REMOVED("notification-channel.removed");

    private final String code;

    NotificationAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
