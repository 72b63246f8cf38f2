package io.taros.contact;

import io.taros.platform.jobs.Job;
import io.taros.platform.security.OrganizationId;
import org.jspecify.annotations.Nullable;

/** Send the operator what somebody wrote. */
record TellOfContact(ContactMessage.Id message) implements Job {
    @Override
    public @Nullable OrganizationId organization() {
        return null;
    }

    @Override
    public String dedupeKey() {
        return message.toString();
    }
}
