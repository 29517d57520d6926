// SPDX-License-Identifier: Apache-2.0
/**
 * The threads for work that blocks, by {@code Pool}: a task enters, and its outcome leaves, on the
 * reactor's thread.
 */
@NullMarked
package dev.assay.netty.thread;

import org.jspecify.annotations.NullMarked;
