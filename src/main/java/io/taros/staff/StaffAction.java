package io.taros.staff;

import io.taros.platform.audit.AuditAction;

/** What this module writes to the installation's audit log and to those of organizations. */
enum StaffAction implements AuditAction {
    STAFF_ADDED("staff.added"),
    STAFF_CHANGED("staff.changed"),
    STAFF_REMOVED("staff.removed"),
    GRANTED("staff-access.granted"),
    TAKEN_BACK("staff-access.taken-back"),
    ASKED("staff-access.asked"),
    APPROVED("staff-access.approved"),
    REFUSED("staff-access.refused"),
    SAME_PERSON("staff-access.same-person"),
    ENTERED("staff-access.entered"),
    SIGNED_OUT("staff.signed-out"),
    EVERYBODY_SIGNED_OUT("staff.everybody-signed-out"),
    SEATS_SET("staff.seats-set"),
    PARTNER_CERTIFIED("staff.partner-certified"),
    PARTNER_WITHDRAWN("staff.partner-withdrawn");

    private final String code;

    StaffAction(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
