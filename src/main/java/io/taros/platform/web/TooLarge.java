package io.taros.platform.web;

/** What was sent is larger than is taken here. One sentence names the limit. */
public final class TooLarge extends Refusal {
    public TooLarge(String key, Object... arguments) {
        super(key, arguments);
    }
}
