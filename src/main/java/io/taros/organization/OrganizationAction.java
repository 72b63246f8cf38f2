package io.taros.organization;

import io.taros.platform.audit.AuditAction;

/** What this module writes to the audit log. */
enum OrganizationAction implements AuditAction {
    ORGANIZATION_OPENED("organization.opened"),
    ORGANIZATION_CHANGED("organization.changed"),
    SEATS_CHANGED("organization.seats-changed"),
    MEMBER_ADDED("member.added"),
    MEMBER_CHANGED("member.changed"),
    MEMBER_REMOVED("member.removed"),
    MEMBER_LEFT("member.left"),
    INVITATION_SENT("invitation.sent"),
    INVITATION_TAKEN_BACK("invitation.taken-back"),
    INVITATION_ACCEPTED("invitation.accepted"),
    AUDIT_LOG_EXPORTED("audit-log.exported"),
    ROLE_CREATED("role.created"),
    ROLE_CHANGED("role.changed"),
    ROLE_DELETED("role.deleted"),
    SIGNED_IN("account.signed-in"),
    SIGN_IN_REFUSED("account.sign-in-refused"),
    PASSWORD_CHANGED("account.password-changed"),
    PASSWORD_RESET("account.password-reset"),
    ADDRESS_CHANGED("account.address-changed"),
    ADDRESS_RESTORED("account.address-restored"),
    FACTOR_ADDED("account.second-factor-added"),
    FACTOR_REMOVED("account.second-factor-removed"),
    RECOVERY_CODES_RENEWED("account.recovery-codes-renewed"),
    RECOVERY_CODE_USED("account.recovery-code-used"),
    SESSIONS_ENDED("account.sessions-ended"),
    IDENTITY_LINKED("account.identity-linked"),
    IDENTITY_UNLINKED("account.identity-unlinked"),
    ACCOUNT_CLOSED("account.closed"),
    ACCOUNT_REOPENED("account.reopened"),
    PASSKEY_ADDED("account.passkey-added"),
    PASSKEY_REMOVED("account.passkey-removed"),
    PASSKEY_COPIED("account.passkey-copied"),
    SECOND_FACTOR_REQUIRED("organization.second-factor-required"),
    SECOND_FACTOR_LEFT_OPEN("organization.second-factor-left-open"),
    API_KEY_CREATED("api-key.created"),
    API_KEY_ROTATED("api-key.rotated"),
    API_KEY_REVOKED("api-key.revoked");

    private final String code;

    OrganizationAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
