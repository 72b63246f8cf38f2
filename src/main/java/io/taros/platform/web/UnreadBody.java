package io.taros.platform.web;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

/** What nobody wants to read of a request that is refused. */
public final class UnreadBody {
    /**
     * Most clients send all before they listen: what is on its way is let in and dropped for so
     * long, lest they see a broken line in place of the answer.
     */
    private static final Duration DROPPED = Duration.ofSeconds(3);

    private UnreadBody() {}

    public static void drop(InputStream body) {
        var deadline = System.nanoTime() + DROPPED.toNanos();
        var dropped = new byte[64 * 1024];
        try {
            while (body.read(dropped) >= 0 && System.nanoTime() < deadline) {
                // Only to be rid of it.
            }
        } catch (IOException e) {
            // They left, which is as well.
        }
    }
}
