// SPDX-License-Identifier: Apache-2.0
package dev.assay.verification.conformance.deferred;

import com.google.gson.JsonElement;
import dev.assay.deferred.Deferred;
import dev.assay.deferred.DeferredLock;
import dev.assay.deferred.DeferredSemaphore;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a lock and a semaphore have in common. */
record Guard(
    Supplier<Deferred<?>> acquire,
    Runnable release,
    Function<Callable<JsonElement>, Deferred<?>> run,
    Function<Callable<Deferred<JsonElement>>, Deferred<?>> runDeferring) {

  static Guard of(DeferredLock lock) {
    return new Guard(lock::acquire, lock::release, lock::run, lock::runDeferring);
  }

  static Guard of(DeferredSemaphore semaphore) {
    return new Guard(
        semaphore::acquire, semaphore::release, semaphore::run, semaphore::runDeferring);
  }
}
