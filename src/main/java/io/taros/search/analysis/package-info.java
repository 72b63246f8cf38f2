/**
 * How text becomes index terms: one analyzer per language, and character 4-grams that forgive
 * spelling and split compounds.
 */
@NullMarked
package io.taros.search.analysis;

import org.jspecify.annotations.NullMarked;
