package io.taros.knowledge.crawl;

import io.taros.knowledge.extract.HtmlPage;

/** What having a page built came to. */
sealed interface Built {

    record Page(HtmlPage html) implements Built {}

    /** It was shown in full, and there is nothing to read. */
    record Empty() implements Built {}

    /** Nobody knows what it says: it was not tried, or not shown in full. */
    record Unknown() implements Built {}
}
