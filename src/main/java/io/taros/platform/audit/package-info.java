/**
 * What was done in an organization and by whom. Every module records here what touches security,
 * access or privacy; it holds ids and never a name, an address or a customer's words.
 */
@NullMarked
package io.taros.platform.audit;

import org.jspecify.annotations.NullMarked;
