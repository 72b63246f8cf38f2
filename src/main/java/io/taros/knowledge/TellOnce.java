package io.taros.knowledge;

import io.taros.knowledge.crawl.Visited;
import io.taros.knowledge.extract.PlainText;
import io.taros.search.DocumentId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Sees to it that what stands on many pages of a site is taught once. A page that is read leaves
 * out what is known to be common by then; when all are read, those that came too early or tell what
 * nobody else tells any more are cut anew from the text that is kept of them.
 */
@Component
class TellOnce {
    private final Commons commons;
    private final Documents documents;
    private final Readings readings;
    private final Library library;

    TellOnce(Commons commons, Documents documents, Readings readings, Library library) {
        this.commons = commons;
        this.documents = documents;
        this.readings = readings;
        this.library = library;
    }

    /** What is known of a site when a run begins to read it. */
    RecentBlocks recent(Source.Id source) {
        return new RecentBlocks(commons.latest(source, RecentBlocks.PAGES));
    }

    /**
     * @param isStart what stands below the start page is told by it, whoever else has it, too
     */
    static PageBlocks asSoFarKnown(
            RecentBlocks recent, DocumentId document, Visited.Page page, boolean isStart) {
        List<String> margin = page.margin().stream().map(PlainText::of).toList();
        PageBlocks blocks = PageBlocks.of(PlainText.of(page.text()), margin);
        return blocks.telling(recent.common(document, blocks), isStart ? margin : List.of());
    }

    /** May be cut off and done again. */
    void settle(Source.Id source) {
        Commons.Tellers tellers = commons.tellers(source);
        for (Commons.Page page : commons.pages(source)) {
            PageBlocks wanted = tellers.of(page);
            if (!wanted.equals(page.blocks())) {
                cut(source, page.id(), wanted);
            }
        }
    }

    private void cut(Source.Id source, DocumentId id, PageBlocks blocks) {
        Optional<Document> document = documents.find(id);
        Optional<String> text = documents.text(id);
        if (document.isPresent() && text.isPresent()) {
            library.teachAgain(
                    source,
                    id,
                    readings.page(
                            document.get().title(), text.get(), document.get().language(), blocks));
        }
    }
}
