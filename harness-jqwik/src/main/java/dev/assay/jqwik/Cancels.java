// SPDX-License-Identifier: Apache-2.0
package dev.assay.jqwik;

/** What the canceller of one of a chain's own Deferreds does. */
enum Cancels {
  /** There is none. */
  NOT("", 0),
  QUIETLY("it -> {}", 1),
  WITH_A_VALUE("it -> it.callback(\"stopped\")", 2),
  WITH_AN_ERROR("it -> it.errback(new IOException(\"stopped\"))", 3);

  /** The Java of it. */
  final String java;

  final int size;

  Cancels(String java, int size) {
    this.java = java;
    this.size = size;
  }
}
