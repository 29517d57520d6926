// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.contract.subject.ContractSubject;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BooleanSupplier;

/**
 * The fake reactor on a thread of its own, which refuses to be touched from another: what runs on
 * the wrong thread in a check fails here.
 */
final class OwnThreadSubject implements ContractSubject {
  private final ExecutorService executor = Executors.newSingleThreadExecutor();
  private final FakeSubject subject;
  private final Thread thread;

  OwnThreadSubject() {
    thread = onExecutor(Thread::currentThread);
    subject = onExecutor(FakeSubject::new);
  }

  @Override
  public Object reactor() {
    return subject.reactor();
  }

  @Override
  public void run(Runnable code) {
    on(
        () -> {
          code.run();
          return true;
        });
  }

  @Override
  public boolean await(BooleanSupplier condition) {
    return on(() -> subject.await(condition));
  }

  @Override
  public void runFor(Duration time) {
    run(() -> subject.runFor(time));
  }

  @Override
  public void settle() {
    run(subject::settle);
  }

  @Override
  public List<Throwable> takeLoggedErrors() {
    return on(subject::takeLoggedErrors);
  }

  @Override
  public InetSocketAddress blackHole() {
    return subject.blackHole();
  }

  @Override
  public String unixPath(String name) {
    return subject.unixPath(name);
  }

  @Override
  public boolean hasExactTime() {
    return true;
  }

  @Override
  public void close() {
    try {
      run(subject::close);
    } finally {
      executor.shutdown();
    }
  }

  private <T> T on(Callable<T> code) {
    if (!Thread.currentThread().equals(thread)) {
      return onExecutor(code);
    }
    try {
      return code.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private <T> T onExecutor(Callable<T> code) {
    try {
      return executor.submit(code).get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) e.getCause();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
