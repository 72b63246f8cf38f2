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
        Rows.@Nullable Found rows,
        @Nullable Look look) {

    static ReaderReply of(Extracted extracted) {
        return switch (extracted) {
            case Extracted.Text text -> page(text, 1);
            case Extracted.Unreadable(var problem) -> problem(problem);
        };
    }

    static ReaderReply of(WebContent content) {
        return switch (content) {
            case WebContent.Page(var page) ->
                    new ReaderReply(null, null, page, null, 1, null, null);
            case WebContent.File(var file) -> of(file);
        };
    }

    static ReaderReply of(SiteMapContent siteMap) {
        return new ReaderReply(null, null, null, siteMap, 1, null, null);
    }

    static ReaderReply of(Rows rows) {
        return switch (rows) {
            case Rows.Found found -> new ReaderReply(null, null, null, null, 1, found, null);
            case Rows.Unreadable(var problem) -> problem(problem);
        };
    }

    static ReaderReply of(Look look) {
        return new ReaderReply(null, null, null, null, 1, null, look);
    }

    static ReaderReply page(Extracted.Text text, int pages) {
        return new ReaderReply(text, null, null, null, pages, null, null);
    }

    static ReaderReply problem(ReadProblem problem) {
        return new ReaderReply(null, problem, null, null, 1, null, null);
    }

    Extracted extracted() {
        return text == null ? new Extracted.Unreadable(unread()) : text;
    }

    Rows table() {
        return rows == null ? new Rows.Unreadable(unread()) : rows;
    }

    Original original() {
        return look == null ? new Original.Hidden(hidden(unread())) : look.original();
    }

    private static Original.Why hidden(ReadProblem problem) {
        if (problem == ReadProblem.PDF_PASSWORD) {
            return Original.Why.LOCKED;
        }
        return problem == ReadProblem.PDF_DAMAGED ? Original.Why.DAMAGED : Original.Why.TOO_MUCH;
    }

    private ReadProblem unread() {
        return problem == null ? ReadProblem.TOO_COMPLEX : problem;
    }

    WebContent webContent() {
        return page == null ? new WebContent.File(extracted()) : new WebContent.Page(page);
    }
}
