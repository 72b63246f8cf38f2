package io.taros.attachment;

import io.taros.attachment.Cleaned.Flaw;
import io.taros.platform.isolation.IsolatedLoop;
import java.io.DataInputStream;
import java.io.IOException;

/** The process that writes files anew. */
final class CleanerMain {
    private CleanerMain() {}

    public static void main(String[] arguments) throws IOException {
        IsolatedLoop.serve(task -> clean(task).bytes());
    }

    private static Cleaned clean(DataInputStream task) throws IOException {
        var content = task.readNBytes(task.readInt());
        try {
            return Cleaner.clean(content);
        } catch (RuntimeException | StackOverflowError broken) {
            return new Cleaned.Unfit(Flaw.TOO_COMPLEX);
        }
    }
}
