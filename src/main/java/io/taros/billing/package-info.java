/**
 * Credits and the operator's books: what was given and spent, and what a law asks to be kept. There
 * are no plans, no prices and no payments yet; whoever builds them writes here and cannot forget
 * when it ends.
 *
 * <p>Its words: a <em>credit transaction</em> is a change of an organization's credits; what is
 * older than sixty days is rolled into the <em>opening balance</em>, which is signed. A
 * <em>financial record</em> is an invoice, a credit note, a payment or a refund.
 *
 * <p>It refuses to delete a financial record before its term, whoever is erased, and to keep more
 * of it than the law asks for once they are.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "organization"})
package io.taros.billing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
