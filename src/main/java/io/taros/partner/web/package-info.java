/** The pages of partners, and of their clients about them. */
@NullMarked
package io.taros.partner.web;

import org.jspecify.annotations.NullMarked;
