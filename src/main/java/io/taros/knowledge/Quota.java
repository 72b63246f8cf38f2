package io.taros.knowledge;

import org.springframework.util.unit.DataSize;

/**
 * How much an organization's bots have learned from, and how much they may.
 *
 * @param pages that were read; a file, a text or a question with its answer is one
 * @param bytes of files as they were handed in, and of texts that were read
 */
public record Quota(int pages, int mostPages, DataSize bytes, DataSize mostBytes) {
    private static final double NEARLY = 0.8;

    public boolean isUsedUp() {
        return use() >= 1;
    }

    public boolean isNearlyUsedUp() {
        return use() >= NEARLY;
    }

    /** Of whichever is nearer to its end, 0 for none and 1 for all. */
    public double use() {
        return Math.max((double) pages / mostPages, (double) bytes.toBytes() / mostBytes.toBytes());
    }

    Quota with(int morePages, int moreBytes) {
        return new Quota(
                pages + morePages,
                mostPages,
                DataSize.ofBytes(bytes.toBytes() + moreBytes),
                mostBytes);
    }

    /** Why nothing more may be taught. */
    Problem usedUp() {
        return Problem.of(
                "quota.used-up",
                String.valueOf(pages),
                String.valueOf(mostPages),
                String.valueOf(bytes.toMegabytes()),
                String.valueOf(mostBytes.toMegabytes()));
    }
}
