package io.taros.platform.web;

/** What was sent is larger than is taken here. The message is one sentence that names the limit. */
public final class TooLarge extends RuntimeException {
    public TooLarge(String sentence) {
        super(sentence);
    }
}
