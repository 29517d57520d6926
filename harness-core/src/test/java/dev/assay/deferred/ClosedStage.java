// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Stages that do not give away a future, as the JDK allows. */
public final class ClosedStage {
  private ClosedStage() {}

  /** Returns a stage that ends as a future does, and can be looked at by its callbacks only. */
  @SuppressWarnings("unchecked")
  public static <T> CompletionStage<T> of(CompletableFuture<T> future) {
    return (CompletionStage<T>)
        Proxy.newProxyInstance(
            ClosedStage.class.getClassLoader(),
            new Class<?>[] {CompletionStage.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("toCompletableFuture")) {
                throw new UnsupportedOperationException("closed");
              }
              try {
                return method.invoke(future, arguments);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
  }
}
