/** The pages of the staff area, and that on which an organization lets staff in. */
@NullMarked
package io.taros.staff.web;

import org.jspecify.annotations.NullMarked;
