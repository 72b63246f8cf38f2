package io.taros.conversation;

import java.time.Instant;

/**
 * What a visitor agreed to before the first word.
 *
 * @param wording as it was shown
 */
public record VisitorConsent(String wording, Instant givenAt) {}
