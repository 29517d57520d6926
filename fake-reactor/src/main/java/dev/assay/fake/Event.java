// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

/** Something that happens on the network, and the text for it. */
record Event(String what, Object subject, Runnable action) implements Runnable {
  @Override
  public void run() {
    action.run();
  }

  /** Returns {@code delivery to server 127.0.0.1:80 -> 127.0.0.1:49152}. */
  @Override
  public String toString() {
    return what + " " + subject;
  }
}
