/**
 * What identifies a person in a text, as far as its form tells: e-mail addresses, phone numbers,
 * bank accounts, payment cards, national ids. Replaced before a text leaves the house, and put back
 * into what comes in return.
 *
 * <p>It recognises what can be checked (a sum, a date, a length) and refuses to guess: names and
 * addresses of houses stay as they are.
 */
@NullMarked
package io.taros.platform.masking;

import org.jspecify.annotations.NullMarked;
