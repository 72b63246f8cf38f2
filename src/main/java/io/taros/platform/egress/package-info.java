/**
 * What leaves the house. Every call to somebody else's server is an {@link
 * io.taros.platform.egress.OutboundCall}, and there is no other way to get one than {@link
 * io.taros.platform.egress.Egress#begin}: it asks the organization's policy, writes the ledger, and
 * only then is anything sent. A policy test fails for a request that is sent without one.
 */
@NullMarked
package io.taros.platform.egress;

import org.jspecify.annotations.NullMarked;
