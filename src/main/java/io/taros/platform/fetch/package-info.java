/**
 * The one way out to addresses that other people choose: crawled pages, site maps, robots.txt.
 *
 * <p>Its words: a <em>web address</em> is a URL that two parsers agree on; the <em>address
 * policy</em> judges IP addresses; a fetch is <em>vetted</em> when every address it may connect to
 * has passed. It owns no table and refuses everything that is not plain http(s) to a public
 * address, whoever asks. Private addresses are reachable only when the operator lists them in
 * {@code taros.crawl.allowed-private-addresses}.
 */
@NullMarked
package io.taros.platform.fetch;

import org.jspecify.annotations.NullMarked;
