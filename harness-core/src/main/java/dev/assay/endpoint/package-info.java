// SPDX-License-Identifier: Apache-2.0
/**
 * Places to connect to, or to listen on, as values.
 *
 * <ul>
 *   <li>What lives here: {@link dev.assay.endpoint.ClientEndpoint} and {@link
 *       dev.assay.endpoint.ServerEndpoint}, one record for each kind of them, and the parser of
 *       their texts ({@code EndpointText}, {@code EndpointArguments}; written by {@code
 *       EndpointFormat}).
 *   <li>What enters: a reactor, with a host, a path or the text of an endpoint, by {@link
 *       dev.assay.endpoint.Endpoints}; a factory, by {@code connect} or {@code listen}.
 *   <li>What leaves: attempts, to the reactor; the connected protocol or the port, as a {@link
 *       dev.assay.deferred.Deferred}.
 *   <li>Where to start: {@code Endpoints}, then {@code Attempt} (one attempt) and {@code
 *       StaggeredAttempts} (several addresses).
 * </ul>
 */
@NullMarked
package dev.assay.endpoint;

import org.jspecify.annotations.NullMarked;
