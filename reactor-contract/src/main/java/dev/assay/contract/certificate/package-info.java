// SPDX-License-Identifier: Apache-2.0
/**
 * Certificates for tests, made when they are needed, so that none can expire.
 *
 * <ul>
 *   <li>What lives here: {@link dev.assay.contract.certificate.TestCertificate}, and {@code Der},
 *       the encoding of certificates.
 *   <li>What enters: names of hosts.
 *   <li>What leaves: options of TLS, and PEM text.
 *   <li>Where to start: {@code TestCertificate}.
 * </ul>
 */
@NullMarked
package dev.assay.contract.certificate;

import org.jspecify.annotations.NullMarked;
