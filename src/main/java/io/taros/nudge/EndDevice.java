package io.taros.nudge;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;

/** Tell a browser nothing any more whose member is not signed in there. */
record EndDevice(OrganizationId organization, PushDevice.Id device) implements Job {
    @Override
    public String dedupeKey() {
        return organization + "." + device.value();
    }
}
