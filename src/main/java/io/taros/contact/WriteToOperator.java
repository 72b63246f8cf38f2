package io.taros.contact;

import io.taros.platform.jobs.Jobs;
import org.springframework.stereotype.Component;

/** Keeps what somebody wrote, and has it sent: the one is there exactly if the other is to come. */
@Component
class WriteToOperator {
    private final ContactMessages messages;
    private final Jobs jobs;

    WriteToOperator(ContactMessages messages, Jobs jobs) {
        this.messages = messages;
        this.jobs = jobs;
    }

    void write(NewContactMessage fresh) {
        messages.add(fresh, id -> jobs.enqueue(new TellOfContact(id)));
    }
}
