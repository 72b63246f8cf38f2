package io.taros.knowledge;

import io.taros.search.DocumentId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * What the latest pages of a site are made of, while a run reads it: they stand for all until all
 * are read. Counting them in the database for each page costs more than reading it.
 */
final class RecentBlocks {
    static final int PAGES = 200;

    private final SequencedMap<DocumentId, PageBlocks> pages = new LinkedHashMap<>();
    private final Map<Long, Integer> having = new HashMap<>();
    private final Map<Long, Integer> telling = new HashMap<>();

    RecentBlocks(List<Commons.Page> latest) {
        latest.forEach(page -> keep(page.id(), page.blocks()));
    }

    synchronized void keep(DocumentId page, PageBlocks blocks) {
        forget(page);
        pages.putLast(page, blocks);
        count(blocks, 1);
        if (pages.size() > PAGES) {
            forget(pages.firstEntry().getKey());
        }
    }

    private void forget(DocumentId page) {
        var before = pages.remove(page);
        if (before != null) {
            count(before, -1);
        }
    }

    private void count(PageBlocks page, int one) {
        for (var block : page.blocks()) {
            add(having, block, one);
            if (!page.leftOut().contains(block)) {
                add(telling, block, one);
            }
        }
    }

    private static void add(Map<Long, Integer> counts, Long block, int one) {
        counts.merge(block, one, (before, more) -> before + more == 0 ? null : before + more);
    }

    /** Which of a page's blocks are common to other pages, one of which tells them. */
    synchronized Set<Long> common(DocumentId page, PageBlocks blocks) {
        var before = pages.get(page);
        var others = pages.size() - (before == null ? 0 : 1);
        var common = new HashSet<Long>();
        for (var block : blocks.blocks()) {
            var has = before != null && before.blocks().contains(block);
            var tells = before != null && has && !before.leftOut().contains(block);
            if (Commons.isCommon(having.getOrDefault(block, 0) - (has ? 1 : 0), others)
                    && telling.getOrDefault(block, 0) > (tells ? 1 : 0)) {
                common.add(block);
            }
        }
        return common;
    }
}
