package io.taros.organization.web;

import io.taros.platform.security.Permission;

/** The pages of the settings, in the order of their tabs. */
public enum SettingsTab {
    ORGANIZATION("/settings/organization", Permission.ORGANIZATION_MANAGE),
    MEMBERS("/settings/members", Permission.MEMBER_MANAGE),
    ROLES("/settings/roles", Permission.MEMBER_MANAGE),
    /** Of the module of domains and single sign-on, as is the next. */
    DOMAINS("/settings/domains", Permission.ORGANIZATION_MANAGE),
    SINGLE_SIGN_ON("/settings/single-sign-on", Permission.ORGANIZATION_OWN),
    API_KEYS("/settings/api-keys", Permission.API_KEY_MANAGE),
    /** Of the module of notifications. */
    NOTIFICATIONS("/settings/notifications", Permission.WEBHOOK_MANAGE),
    AUDIT_LOG("/settings/audit-log", Permission.AUDIT_READ),
    /** Of the module that lets staff in. */
    STAFF_ACCESS("/settings/staff-access", Permission.ORGANIZATION_OWN),
    /** Of the module of privacy; the page above those that follow. */
    PRIVACY("/settings/privacy", Permission.ORGANIZATION_MANAGE),
    /** Of the module of people's rights. */
    DATA_SUBJECT_REQUESTS("/settings/data-subject-requests", Permission.SUBJECT_REQUEST_MANAGE),
    RETENTION("/settings/retention", Permission.ORGANIZATION_MANAGE),
    RECORD("/settings/record-of-processing", Permission.ORGANIZATION_MANAGE),
    ENCRYPTION("/settings/encryption", Permission.ORGANIZATION_MANAGE),
    /** Of the module of what leaves the house. */
    OUTBOUND("/settings/outbound-data", Permission.EGRESS_READ),
    /** Of the module of legal texts. */
    DATA_PROCESSING("/settings/data-processing", Permission.ORGANIZATION_OWN);

    private final String address;
    private final Permission permission;

    SettingsTab(String address, Permission permission) {
        this.address = address;
        this.permission = permission;
    }

    /** Whether it is one of the pages about privacy, which have a row of their own. */
    public boolean isPrivacy() {
        return compareTo(PRIVACY) >= 0;
    }

    public String address() {
        return address;
    }

    public Permission permission() {
        return permission;
    }
}
