/** Insights on their page, over REST and as a file. */
@NullMarked
package io.taros.analytics.web;

import org.jspecify.annotations.NullMarked;
