package io.taros.backup;

import static io.taros.platform.datamap.Category.ACTIVITY;
import static io.taros.platform.datamap.Category.CONTACT;
import static io.taros.platform.datamap.Category.CONVERSATION;
import static io.taros.platform.datamap.Category.KNOWLEDGE;
import static io.taros.platform.datamap.Purpose.SECURITY;
import static io.taros.platform.datamap.Subject.MEMBER;
import static io.taros.platform.datamap.Subject.NAMED;
import static io.taros.platform.datamap.Subject.STAFF;
import static io.taros.platform.datamap.Subject.VISITOR;

import io.taros.platform.datamap.DataMap;
import io.taros.platform.datamap.Dataset;
import io.taros.platform.datamap.Place;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** Everything once more, sealed as a whole. */
@Component
class BackupData implements DataMap {
    /** Then the file goes; its keys are gone before. */
    static final Duration KEPT = Duration.ofDays(35);

    @Override
    public List<Dataset> datasets() {
        return List.of(
                Dataset.of(Place.FILE, "Backups")
                        .about(SECURITY, VISITOR, MEMBER, STAFF, NAMED)
                        .keptFor(KEPT)
                        .seals(CONTACT, "accounts")
                        .seals(CONVERSATION, "conversations")
                        .seals(KNOWLEDGE, "knowledge")
                        .seals(ACTIVITY, "logs"));
    }
}
