// SPDX-License-Identifier: Apache-2.0
/**
 * The capture of errors that are logged while a trial runs.
 *
 * <p>What the JDK's logging, Logback and Log4j are given enters; an entry of the trial's ledger
 * leaves. The two libraries are optional, and no other package may see them: each has one appender
 * here, whose class is loaded only if the library is there. Start reading at {@code LogCapture}.
 */
@NullMarked
package dev.assay.trial.log;

import org.jspecify.annotations.NullMarked;
