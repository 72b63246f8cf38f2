package io.taros.contact;

import static io.taros.platform.datamap.Category.ACTIVITY;
import static io.taros.platform.datamap.Category.CONTACT;
import static io.taros.platform.datamap.Category.CONVERSATION;
import static io.taros.platform.datamap.Category.SETTINGS;
import static io.taros.platform.datamap.Purpose.INQUIRIES;
import static io.taros.platform.datamap.Subject.INQUIRER;
import static io.taros.platform.datamap.Subject.STAFF;

import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import java.util.List;
import org.springframework.stereotype.Component;

/** What people tell the operator. */
@Component
class ContactData implements DataMap {
    @Override
    public List<Dataset> datasets() {
        return List.of(
                Dataset.table("contact_message")
                        .about(INQUIRIES, INQUIRER, STAFF)
                        .keptByRule(ContactRows.RULE)
                        .seals(CONTACT, "sealed_name sealed_email")
                        .seals(CONVERSATION, "sealed_text")
                        .holds(SETTINGS, "language")
                        .holds(ACTIVITY, "received_at closed_at closed_by")
                        .besides("id told_at ends_at"));
    }
}
