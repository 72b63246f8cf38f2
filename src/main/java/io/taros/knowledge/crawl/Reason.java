package io.taros.knowledge.crawl;

import io.taros.knowledge.extract.ReadProblem;
import io.taros.platform.fetch.FetchProblem;

/** Why a page was not learned: a message key and what goes into its sentence. */
public record Reason(String key, String detail) {
    static final Reason ROBOTS = new Reason("knowledge.crawl.robots", "");
    static final Reason ROBOTS_UNREACHABLE = new Reason("knowledge.crawl.robots-unreachable", "");
    static final Reason NOINDEX = new Reason("knowledge.crawl.noindex", "");
    static final Reason NO_TEXT = new Reason("knowledge.crawl.no-text", "");
    static final Reason SCRIPT = new Reason("knowledge.crawl.script", "");
    static final Reason SCRIPT_FAILED = new Reason("knowledge.crawl.script-failed", "");
    static final Reason NOT_FOUND = new Reason("knowledge.crawl.not-found", "");
    static final Reason MOVED = new Reason("knowledge.crawl.moved", "");
    static final Reason BUSY = new Reason("knowledge.crawl.busy", "");

    static Reason of(FetchProblem problem, String detail) {
        return new Reason(problem.messageKey(), detail);
    }

    static Reason of(ReadProblem problem) {
        return new Reason(problem.messageKey(), "");
    }
}
