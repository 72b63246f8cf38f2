package io.taros.platform.mail;

/** It was not taken. Says why without a word of what the server said, which repeats addresses. */
public final class MailRefused extends RuntimeException {
    MailRefused(String sentence) {
        super(sentence);
    }
}
