// SPDX-License-Identifier: Apache-2.0
/** A server that sends back what it receives, on any reactor. */
@NullMarked
package dev.assay.samples.echo;

import org.jspecify.annotations.NullMarked;
