/** The form, and what staff sees of what came by it. */
@NullMarked
package io.taros.contact.web;

import org.jspecify.annotations.NullMarked;
