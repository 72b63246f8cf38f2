package io.taros.conversation;

import io.taros.platform.storage.NamedBlobs;
import org.springframework.stereotype.Component;

/** What was attached to messages. */
@Component
class AttachedFiles implements NamedBlobs {
    @Override
    public String query() {
        return "select id from attachment";
    }
}
