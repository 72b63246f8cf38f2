package io.taros.staff.web;

import io.taros.platform.security.Permission;

/** The rooms of the staff area, in the order they stand on the rail. */
public enum StaffRoom {
    ORGANIZATIONS("/staff/organizations", "store", Permission.STAFF_ORGANIZATION_READ),
    PARTNERS("/staff/partners", "shield", Permission.STAFF_PARTNER_CERTIFY),
    MESSAGES("/staff/messages", "inbox", Permission.STAFF_CONTACT),
    REQUESTS("/staff/requests", "hand", Permission.STAFF_APPROVE),
    SESSIONS("/staff/sessions", "key", Permission.STAFF_SIGN_OUT),
    MEMBERS("/staff/members", "users", Permission.STAFF_MANAGE),
    AUDIT_LOG("/staff/audit-log", "list", Permission.STAFF_AUDIT_READ);

    private final String address;
    private final String icon;
    private final Permission permission;

    StaffRoom(String address, String icon, Permission permission) {
        this.address = address;
        this.icon = icon;
        this.permission = permission;
    }

    public String address() {
        return address;
    }

    /** A symbol of {@code static/icon/icons.svg}. */
    public String icon() {
        return icon;
    }

    public Permission permission() {
        return permission;
    }
}
