/**
 * What every caller of a model provider shares: addresses, keys, and how long a provider asks to be
 * left alone. Calling them is the business of {@code answering.model} and {@code search.remote}.
 */
@NullMarked
package io.taros.platform.models;

import org.jspecify.annotations.NullMarked;
