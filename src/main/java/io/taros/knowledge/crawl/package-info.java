/**
 * Reading other people's sites politely: which links belong to the site, what robots.txt allows,
 * how fast to go, and what came back. Keeps nothing; where a crawl has got to is the caller's to
 * remember.
 */
@NullMarked
package io.taros.knowledge.crawl;

import org.jspecify.annotations.NullMarked;
