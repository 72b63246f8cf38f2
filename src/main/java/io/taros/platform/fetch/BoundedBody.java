package io.taros.platform.fetch;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/** Reads an answer's body within the budget, counting bytes on both sides of the decompressor. */
final class BoundedBody {
    private BoundedBody() {}

    static final class TooMuch extends IOException {
        final FetchProblem problem;

        TooMuch(FetchProblem problem) {
            super(problem.name());
            this.problem = problem;
        }
    }

    /**
     * @param abort cuts the connection; without it, closing the stream would politely read an
     *     endless body to its end
     */
    static byte[] read(
            InputStream raw, @Nullable String encoding, FetchBudget budget, Runnable abort)
            throws IOException {
        var counted = new Counted(raw, budget.maxCompressed());
        try {
            InputStream plain = decoded(counted, encoding);
            var out = new ByteArrayOutputStream(64 * 1024);
            byte[] buffer = new byte[16 * 1024];
            for (int n = plain.read(buffer); n >= 0; n = plain.read(buffer)) {
                out.write(buffer, 0, n);
                check(out.size(), counted.count, budget);
            }
            plain.close();
            return out.toByteArray();
        } catch (IOException broken) {
            abort.run();
            throw broken;
        }
    }

    private static void check(long inflated, long compressed, FetchBudget budget) throws TooMuch {
        boolean bomb =
                inflated > FetchBudget.RATIO_FLOOR && inflated > compressed * FetchBudget.MAX_RATIO;
        if (bomb || inflated > budget.maxInflated()) {
            throw new TooMuch(FetchProblem.INFLATES_TOO_MUCH);
        }
    }

    private static InputStream decoded(InputStream raw, @Nullable String encoding)
            throws IOException {
        String name = encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "", "identity" -> raw;
            case "gzip", "x-gzip" -> new GZIPInputStream(raw, 16 * 1024);
            case "deflate" -> new InflaterInputStream(raw);
            default -> throw new TooMuch(FetchProblem.ENCODING_UNKNOWN);
        };
    }

    private static final class Counted extends FilterInputStream {
        private final long max;
        private long count;

        Counted(InputStream raw, long max) {
            super(raw);
            this.max = max;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            add(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            add(Math.max(n, 0));
            return n;
        }

        private void add(int n) throws TooMuch {
            count += n;
            if (count > max) {
                throw new TooMuch(FetchProblem.TOO_LARGE);
            }
        }
    }
}
