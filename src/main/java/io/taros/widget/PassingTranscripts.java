package io.taros.widget;

import io.taros.platform.retention.PassingRows;
import java.util.List;
import org.springframework.stereotype.Component;

/** Requests for a chat by mail that nobody confirmed. What was said stays with the conversation. */
@Component
class PassingTranscripts implements PassingRows {
    @Override
    public List<Rows> ofOrganizations() {
        return List.of(
                new Rows(
                                "transcript-requests",
                                "transcript_request",
                                "created_at",
                                TranscriptRequests.VALID)
                        .withoutHold());
    }
}
