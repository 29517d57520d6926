// SPDX-License-Identifier: Apache-2.0
/**
 * The interpreters of programs about protocols: {@code Lines} and {@code Strings} are receivers
 * that are fed by {@code Feeding}, {@code TransportInterpreter} plays what is done to a transport,
 * and {@code ReconnectInterpreter} a client that connects again. {@code Latin1} says how bytes are
 * written.
 */
@NullMarked
package dev.assay.verification.conformance.protocol;

import org.jspecify.annotations.NullMarked;
