/** The Lucene side of search: fields, open indexes, candidates and what is measured about them. */
@NullMarked
package io.taros.search.lucene;

import org.jspecify.annotations.NullMarked;
