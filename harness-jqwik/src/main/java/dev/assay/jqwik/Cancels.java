// SPDX-License-Identifier: Apache-2.0
package dev.assay.jqwik;

/** The action of the canceller of one of a chain's own Deferreds. */
enum Cancels {
  /** There is no canceller. */
  NOT("", 0),
  QUIETLY("it -> {}", 1),
  WITH_A_VALUE("it -> it.callback(\"stopped\")", 2),
  WITH_AN_ERROR("it -> it.errback(new IOException(\"stopped\"))", 3);

  /** The Java code of the action. */
  final String java;

  final int size;

  Cancels(String java, int size) {
    this.java = java;
    this.size = size;
  }
}
