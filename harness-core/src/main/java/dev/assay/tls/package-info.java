// SPDX-License-Identifier: Apache-2.0
/**
 * What TLS on a connection is asked for, and what it has agreed on, as values.
 *
 * <ul>
 *   <li>What lives here: {@link dev.assay.tls.TlsOptions}, and {@link dev.assay.tls.TlsSession},
 *       the outcome of a handshake. {@code Pem} reads the files that certificates and keys are kept
 *       in.
 *   <li>What enters: a context of the JDK, or files.
 *   <li>What leaves: values that {@link dev.assay.reactor.ReactorTls} and {@link
 *       dev.assay.protocol.Transport#startTls} take, and that a {@link
 *       dev.assay.protocol.HandshakeListener} is given.
 *   <li>Where to start: {@code TlsOptions}.
 * </ul>
 */
@NullMarked
package dev.assay.tls;

import org.jspecify.annotations.NullMarked;
