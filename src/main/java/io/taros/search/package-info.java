/**
 * Finds the passages of an organization that speak to a question.
 *
 * <p>Owns one Lucene index per organization, the embedding of texts, language detection and the
 * fusion of what words, character 4-grams and vectors say. The index is a copy that can be rebuilt:
 * it knows ids, terms and vectors, and what it finds is read again through {@link
 * io.taros.search.Passages} before anybody sees it. It refuses to know sources, bots or answers.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform"})
package io.taros.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
