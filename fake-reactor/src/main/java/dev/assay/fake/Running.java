// SPDX-License-Identifier: Apache-2.0
package dev.assay.fake;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The call that a timeline is running; the code of the call is what this class calls. */
final class Running {
  private @Nullable VirtualCall call;

  /** Returns the call, or null between calls. */
  @Nullable VirtualCall call() {
    return call;
  }

  void run(VirtualCall begun, Consumer<Throwable> report) {
    Runnable action = begun.begin();
    call = begun;
    try {
      action.run();
    } catch (Throwable thrown) {
      report.accept(thrown);
    } finally {
      call = null;
    }
  }
}
