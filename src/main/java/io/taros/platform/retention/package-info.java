/** How long things are kept: rules that modules bring, carried out by the module of privacy. */
@NullMarked
package io.taros.platform.retention;

import org.jspecify.annotations.NullMarked;
