package io.taros.platform.fetch;

import java.util.Locale;

/**
 * Why a fetch gave no page. Each has one sentence for people, {@code knowledge.fetch.<name>} in the
 * messages.
 */
public enum FetchProblem {
    ADDRESS_MALFORMED,
    ADDRESS_NOT_HTTP,
    ADDRESS_HAS_CREDENTIALS,
    ADDRESS_NOT_PUBLIC,
    PORT_NOT_ALLOWED,
    REDIRECT_INSECURE,
    REDIRECT_ELSEWHERE,
    REDIRECT_TOO_OFTEN,
    REDIRECT_BROKEN,
    HOST_UNKNOWN,
    CONNECT_FAILED,
    TIMED_OUT,
    ENCRYPTION_FAILED,
    TOO_LARGE,
    INFLATES_TOO_MUCH,
    HEADERS_TOO_LARGE,
    ENCODING_UNKNOWN,
    ANSWER_BROKEN,
    STATUS;

    public String messageKey() {
        return "knowledge.fetch." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
