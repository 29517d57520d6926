// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor;

import java.nio.channels.SelectableChannel;
import org.jspecify.annotations.Nullable;

/**
 * Objects of the user's own that are notified when they can be read from or written to.
 *
 * @since 0.1
 */
public interface ReactorDescriptors {
  /**
   * Notifies a descriptor whenever it can be read from, until it is removed. Adding it twice has no
   * further effect.
   */
  void addReader(ReadDescriptor reader);

  /**
   * Notifies a descriptor whenever it can be written to, until it is removed. Adding it twice has
   * no further effect.
   */
  void addWriter(WriteDescriptor writer);

  /** Stops notifying a descriptor. Has no effect if it was not added. */
  void removeReader(ReadDescriptor reader);

  /** Stops notifying a descriptor. Has no effect if it was not added. */
  void removeWriter(WriteDescriptor writer);

  /**
   * A descriptor that is notified when it can be read from.
   *
   * @since 0.1
   */
  interface ReadDescriptor extends Descriptor {
    /** Called when there is something to read. */
    void doRead();
  }

  /**
   * A descriptor that is notified when it can be written to.
   *
   * @since 0.1
   */
  interface WriteDescriptor extends Descriptor {
    /** Called when there is room to write. */
    void doWrite();
  }

  /**
   * An object that reads or writes by itself.
   *
   * @since 0.1
   */
  interface Descriptor {
    /**
     * Returns the channel whose readiness counts, or null if a test makes a fake reactor notify
     * this.
     */
    default @Nullable SelectableChannel channel() {
      return null;
    }

    /** Called when reading or writing threw. The descriptor has been removed. */
    void connectionLost(Throwable reason);
  }
}
