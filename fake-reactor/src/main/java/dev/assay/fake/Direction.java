// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import dev.assay.reactor.ReactorDescriptors.Descriptor;
import dev.assay.reactor.ReactorDescriptors.ReadDescriptor;
import dev.assay.reactor.ReactorDescriptors.WriteDescriptor;

/** A direction in which a descriptor may be ready. */
enum Direction {
  READ("read from") {
    @Override
    void tell(Descriptor descriptor) {
      ((ReadDescriptor) descriptor).doRead();
    }
  },
  WRITE("written to") {
    @Override
    void tell(Descriptor descriptor) {
      ((WriteDescriptor) descriptor).doWrite();
    }
  };

  private final String doing;

  Direction(String doing) {
    this.doing = doing;
  }

  abstract void tell(Descriptor descriptor);

  /** Returns what code does to the descriptor: {@code read from} or {@code written to}. */
  String doing() {
    return doing;
  }

  /** Returns the kind of the trace event for a notification in this direction. */
  String told() {
    return this == READ ? "doRead" : "doWrite";
  }
}
