package io.taros.platform.egress;

import io.taros.platform.egress.LedgerEntry.Outcome;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The permission to send one request, and its line in the ledger. Whoever sends has one in hand:
 * there is no request without. Unless somebody says that it was answered it has failed.
 */
public final class OutboundCall implements AutoCloseable {
    private final LedgerEntry entry;
    private final Consumer<LedgerEntry> end;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong received = new AtomicLong();
    private volatile Outcome outcome = Outcome.FAILED;

    OutboundCall(LedgerEntry entry, Consumer<LedgerEntry> end) {
        this.entry = entry;
        this.end = end;
    }

    public void sent(long bytes) {
        sent.addAndGet(bytes);
    }

    public void received(long bytes) {
        received.addAndGet(bytes);
    }

    /** The same stream, counted. */
    public InputStream received(InputStream body) {
        return new FilterInputStream(body) {
            @Override
            public int read() throws IOException {
                var next = super.read();
                received.addAndGet(next < 0 ? 0 : 1);
                return next;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                var count = super.read(buffer, offset, length);
                received.addAndGet(Math.max(0, count));
                return count;
            }
        };
    }

    public void answered() {
        outcome = Outcome.ANSWERED;
    }

    @Override
    public void close() {
        end.accept(entry.ended(outcome, sent.get(), received.get()));
    }
}
