/** The pages of an organization's settings. */
@NullMarked
package io.taros.organization.web;

import org.jspecify.annotations.NullMarked;
