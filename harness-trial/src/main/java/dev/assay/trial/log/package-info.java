// SPDX-License-Identifier: Apache-2.0
/**
 * The capture of errors that are logged while a trial runs.
 *
 * <p>The input is events of the JDK's logging, Logback and Log4j; the output is an entry of the
 * trial's ledger. The two libraries are optional, and no other package may refer to them: each has
 * one appender here, whose class is loaded only if the library is present. Start reading at {@code
 * LogCapture}.
 */
@NullMarked
package dev.assay.trial.log;

import org.jspecify.annotations.NullMarked;
