package io.taros.knowledge;

import io.taros.platform.storage.NamedBlobs;
import org.springframework.stereotype.Component;

/** What was uploaded, and the texts that were read out of it. */
@Component
class TaughtFiles implements NamedBlobs {
    @Override
    public String query() {
        return """
        select upload_id as id from source where upload_id is not null
        union select text_id from document where text_id is not null
        """;
    }
}
