package io.taros.search.lucene;

import java.util.List;
import java.util.stream.Stream;

/** A term of the question, and what may stand in a passage in its place. */
record AskedTerm(KnownTerm own, List<Instead> instead) {
    /**
     * @param terms which together earn what the term would have earned
     * @param weight below 1: what was asked for is better
     */
    record Instead(List<KnownTerm> terms, double weight) {
        boolean occurs() {
            return terms.stream().allMatch(KnownTerm::occurs);
        }
    }

    boolean occurs() {
        return own.occurs() || instead.stream().anyMatch(Instead::occurs);
    }

    Stream<KnownTerm> all() {
        return Stream.concat(
                Stream.of(own), instead.stream().flatMap(each -> each.terms().stream()));
    }
}
