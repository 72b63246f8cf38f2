/** The pages about what people ask, and the same over REST. */
@NullMarked
package io.taros.rights.web;

import org.jspecify.annotations.NullMarked;
