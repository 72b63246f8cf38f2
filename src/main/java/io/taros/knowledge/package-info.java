/**
 * What a bot is taught: sources, the documents they hold, and the passages those are cut into.
 *
 * <p>Its words: a <em>source</em> is what somebody added (a website, a site map, a file, a text, a
 * question with its answer); a <em>document</em> is one page or file of it; a <em>passage</em> is a
 * piece of a document small enough to be found and cited. PostgreSQL is the truth, the search index
 * a copy that can be rebuilt. It refuses to read anything without a recorded right to use it, and
 * never talks to a network other than through {@code platform.fetch}.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {"platform", "bot", "conversation", "organization", "search"})
package io.taros.knowledge;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
