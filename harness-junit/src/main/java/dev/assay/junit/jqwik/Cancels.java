// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.jqwik;

/** What the canceller of one of a chain's own Deferreds does. */
enum Cancels {
  /** There is none. */
  NOT(""),
  QUIETLY("it -> {}"),
  WITH_A_VALUE("it -> it.callback(\"stopped\")"),
  WITH_AN_ERROR("it -> it.errback(new IOException(\"stopped\"))");

  /** The Java of it. */
  final String java;

  Cancels(String java) {
    this.java = java;
  }
}
