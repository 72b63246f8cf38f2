package io.taros.knowledge.extract;

import org.jspecify.annotations.Nullable;

/**
 * What came of a task: one of these.
 *
 * @param pages of the scan that a text is one page of
 */
record ReaderReply(
        Extracted.@Nullable Text text,
        @Nullable ReadProblem problem,
        @Nullable HtmlPage page,
        @Nullable SiteMapContent siteMap,
        int pages,
        Rows.@Nullable Found rows) {

    static ReaderReply of(Extracted extracted) {
        return switch (extracted) {
            case Extracted.Text text -> page(text, 1);
            case Extracted.Unreadable(var problem) -> problem(problem);
        };
    }

    static ReaderReply of(WebContent content) {
        return switch (content) {
            case WebContent.Page(var page) -> new ReaderReply(null, null, page, null, 1, null);
            case WebContent.File(var file) -> of(file);
        };
    }

    static ReaderReply of(SiteMapContent siteMap) {
        return new ReaderReply(null, null, null, siteMap, 1, null);
    }

    static ReaderReply of(Rows rows) {
        return switch (rows) {
            case Rows.Found found -> new ReaderReply(null, null, null, null, 1, found);
            case Rows.Unreadable(var problem) -> problem(problem);
        };
    }

    static ReaderReply page(Extracted.Text text, int pages) {
        return new ReaderReply(text, null, null, null, pages, null);
    }

    static ReaderReply problem(ReadProblem problem) {
        return new ReaderReply(null, problem, null, null, 1, null);
    }

    Extracted extracted() {
        return text == null ? new Extracted.Unreadable(unread()) : text;
    }

    Rows table() {
        return rows == null ? new Rows.Unreadable(unread()) : rows;
    }

    private ReadProblem unread() {
        return problem == null ? ReadProblem.TOO_COMPLEX : problem;
    }

    WebContent webContent() {
        return page == null ? new WebContent.File(extracted()) : new WebContent.Page(page);
    }
}
