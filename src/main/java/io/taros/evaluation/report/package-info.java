/** The page that shows a measurement to people: one file that needs no other. */
@NullMarked
package io.taros.evaluation.report;

import org.jspecify.annotations.NullMarked;
