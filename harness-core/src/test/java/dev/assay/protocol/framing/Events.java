// SPDX-License-Identifier: Apache-2.0
package dev.assay.protocol.framing;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What a protocol was told, in order, and what it does when it is told. */
final class Events {
  final List<String> log = new ArrayList<>();
  private Consumer<String> reaction = event -> {};

  /** Sets what is done upon an event, which is given as it stands in the log. */
  void react(Consumer<String> reaction) {
    this.reaction = reaction;
  }

  /** Sets what is done upon one event. */
  void on(String event, Runnable action) {
    react(
        actual -> {
          if (actual.equals(event)) {
            action.run();
          }
        });
  }

  void add(String kind, byte[] data) {
    String event = kind + " " + new String(data, ISO_8859_1);
    log.add(event);
    reaction.accept(event);
  }
}
