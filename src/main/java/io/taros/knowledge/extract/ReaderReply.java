package io.taros.knowledge.extract;

import org.jspecify.annotations.Nullable;

/** What came of a task: one of these. */
record ReaderReply(
        Extracted.@Nullable Text text,
        @Nullable ReadProblem problem,
        @Nullable HtmlPage page,
        @Nullable SiteMapContent siteMap) {

    static ReaderReply of(Extracted extracted) {
        return switch (extracted) {
            case Extracted.Text text -> new ReaderReply(text, null, null, null);
            case Extracted.Unreadable(var problem) -> problem(problem);
        };
    }

    static ReaderReply of(WebContent content) {
        return switch (content) {
            case WebContent.Page(var page) -> new ReaderReply(null, null, page, null);
            case WebContent.File(var file) -> of(file);
        };
    }

    static ReaderReply of(SiteMapContent siteMap) {
        return new ReaderReply(null, null, null, siteMap);
    }

    static ReaderReply problem(ReadProblem problem) {
        return new ReaderReply(null, problem, null, null);
    }

    Extracted extracted() {
        return text == null
                ? new Extracted.Unreadable(problem == null ? ReadProblem.TOO_COMPLEX : problem)
                : text;
    }

    WebContent webContent() {
        return page == null ? new WebContent.File(extracted()) : new WebContent.Page(page);
    }
}
