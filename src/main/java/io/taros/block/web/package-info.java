/** The list of blocks, and the form that makes one. */
@NullMarked
package io.taros.block.web;

import org.jspecify.annotations.NullMarked;
