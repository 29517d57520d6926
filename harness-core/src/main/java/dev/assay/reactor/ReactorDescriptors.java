// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor;

import java.nio.channels.SelectableChannel;
import org.jspecify.annotations.Nullable;

/**
 * Things of the user's own that are told when they can be read from or written to.
 *
 * @since 0.1
 */
public interface ReactorDescriptors {
  /**
   * Tells a descriptor whenever it can be read from, until it is removed; adding it twice is once.
   */
  void addReader(ReadDescriptor reader);

  /**
   * Tells a descriptor whenever it can be written to, until it is removed; adding it twice is once.
   */
  void addWriter(WriteDescriptor writer);

  /** Tells a descriptor no more; if it was not told before, nothing happens. */
  void removeReader(ReadDescriptor reader);

  /** Tells a descriptor no more; if it was not told before, nothing happens. */
  void removeWriter(WriteDescriptor writer);

  /**
   * What is told when it can be read from.
   *
   * @since 0.1
   */
  interface ReadDescriptor extends Descriptor {
    /** Is told that there is something to read. */
    void doRead();
  }

  /**
   * What is told when it can be written to.
   *
   * @since 0.1
   */
  interface WriteDescriptor extends Descriptor {
    /** Is told that there is room to write. */
    void doWrite();
  }

  /**
   * What reads or writes by itself.
   *
   * @since 0.1
   */
  interface Descriptor {
    /** Returns the channel whose readiness counts, or null where a fake reactor is told by hand. */
    default @Nullable SelectableChannel channel() {
      return null;
    }

    /** Is told that reading or writing threw; the descriptor has been removed. */
    void connectionLost(Throwable reason);
  }
}
