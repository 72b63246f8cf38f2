package io.taros.notification;

import io.taros.platform.audit.AuditAction;

/** What this module writes to the audit log. */
enum NotificationAction implements AuditAction {
    CHANNEL_ADDED("notification-channel.added"),
    CHANNEL_CHANGED("notification-channel.changed"),
    CHANNEL_REMOVED("notification-channel.removed"),
    CHANNEL_SWITCHED_OFF("notification-channel.switched-off"),
    CHANNEL_SWITCHED_ON("notification-channel.switched-on"),
    SECRET_ROTATED("notification-channel.secret-rotated"),
    SECRET_ENDED("notification-channel.secret-ended");

    private final String code;

    NotificationAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
