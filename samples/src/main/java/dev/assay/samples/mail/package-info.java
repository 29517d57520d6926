// SPDX-License-Identifier: Apache-2.0
/** A conversation that begins in clear, and that TLS protects from a certain line on. */
@NullMarked
package dev.assay.samples.mail;

import org.jspecify.annotations.NullMarked;
