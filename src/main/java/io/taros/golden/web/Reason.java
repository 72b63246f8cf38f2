package io.taros.golden.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import io.taros.golden.Failure;
import io.taros.platform.web.Texts;
import org.jspecify.annotations.Nullable;

/** Why a golden question failed, for programs and for people. */
@Schema(name = "GoldenFailure")
record Reason(
        @Schema(
                        allowableValues = {
                            "answered",
                            "unanswered",
                            "handover",
                            "missing",
                            "forbidden",
                            "not_cited",
                            "not_asked"
                        })
                String code,
        @Schema(description = "The fact or the source it is about") @JsonInclude
                @Nullable String subject,
        @Schema(description = "The same in one sentence") String sentence) {

    static Reason of(Failure failure, Texts texts) {
        return new Reason(failure.kind().word(), failure.subject(), sentence(failure, texts));
    }

    static String sentence(Failure failure, Texts texts) {
        var subject = failure.subject();
        return texts.get(failure.messageKey(), subject == null ? "" : subject);
    }
}
