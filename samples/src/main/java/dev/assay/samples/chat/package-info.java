// SPDX-License-Identifier: Apache-2.0
/** A chat of one room, line by line, with guests who are slow, rude or suddenly gone. */
@NullMarked
package dev.assay.samples.chat;

import org.jspecify.annotations.NullMarked;
