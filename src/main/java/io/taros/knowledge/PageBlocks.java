package io.taros.knowledge;

import io.taros.knowledge.extract.Blocks;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Set;

/**
 * What a page is made of, as far as it may have it in common with others of its site, and what of
 * that it tells itself.
 *
 * @param blocks by their hashes, those that say something
 * @param margin what stands below it
 * @param leftOut blocks that another page tells
 * @param told of the margin what no other page tells
 */
record PageBlocks(List<Long> blocks, List<String> margin, Set<Long> leftOut, List<String> told) {
    /** More is no page with a menu but a book. */
    private static final int MAX = 400;

    PageBlocks {
        blocks = List.copyOf(blocks);
        margin = List.copyOf(margin);
        leftOut = Set.copyOf(leftOut);
        told = List.copyOf(told);
    }

    static PageBlocks of(String text, List<String> margin) {
        List<Long> blocks =
                Blocks.telling(text).stream().map(PageBlocks::hash).distinct().limit(MAX).toList();
        return new PageBlocks(blocks, margin, Set.of(), List.of());
    }

    PageBlocks telling(Set<Long> newLeftOut, List<String> newTold) {
        return new PageBlocks(blocks, margin, newLeftOut, newTold);
    }

    /** What is learned from the page. */
    String taught(String text) {
        String own =
                leftOut.isEmpty()
                        ? text
                        : Blocks.without(text, block -> leftOut.contains(hash(block)));
        return told.isEmpty() ? own : own + "\n\n" + String.join("\n\n", told);
    }

    private static long hash(String block) {
        return ByteBuffer.wrap(ContentHash.of(block)).getLong();
    }
}
