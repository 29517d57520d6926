// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

import dev.assay.deferred.Deferred;
import dev.assay.deferred.Deferreds;
import dev.assay.fake.FakeReactor;
import dev.assay.reactor.ReactorThreads;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Reactors that break a rule about threads. */
final class ThreadFaults {
  static final List<Fault> ALL =
      List.of(
          new Fault("threads call at once", "threads.from-thread.runs-later", AtOnce::new),
          new Fault("tasks run at once", "threads.defer.not-inside-the-request", AtOnce::new),
          new Fault("threads' calls are reversed", "threads.from-thread.in-order", Lifo::new),
          new Fault("tasks' errors are lost", "threads.in-thread.error-is-logged", Quiet::new),
          new Fault("no value is a failure", "threads.defer.value", NoNull::new),
          new Fault("what a task throws is wrapped", "threads.defer.failure", Wrapping::new),
          new Fault("tasks are run twice", "threads.in-thread.runs", Twice::new));

  private ThreadFaults() {}

  /** Returns a reactor that passes everything on and breaks nothing. */
  static Object harmless(FakeReactor fake) {
    return new Relay(fake) {};
  }

  /** Passes work for threads on. */
  private abstract static class Relay implements ReactorThreads {
    private final FakeReactor fake;

    Relay(FakeReactor fake) {
      this.fake = fake;
    }

    @Override
    public void callInThread(Runnable task) {
      fake.callInThread(task);
    }

    @Override
    public void callFromThread(Runnable call) {
      fake.callFromThread(call);
    }

    @Override
    public <T extends @Nullable Object> Deferred<T> deferToThread(Callable<? extends T> task) {
      return fake.deferToThread(task);
    }

    @Override
    public void suggestThreadPoolSize(int size) {
      fake.suggestThreadPoolSize(size);
    }
  }

  private static final class AtOnce extends Relay {
    AtOnce(FakeReactor fake) {
      super(fake);
    }

    @Override
    public void callFromThread(Runnable call) {
      call.run();
    }

    @Override
    public <T extends @Nullable Object> Deferred<T> deferToThread(Callable<? extends T> task) {
      return Deferreds.execute(task);
    }
  }

  private static final class Lifo extends Relay {
    private final ArrayDeque<Runnable> calls = new ArrayDeque<>();

    Lifo(FakeReactor fake) {
      super(fake);
    }

    @Override
    public void callFromThread(Runnable call) {
      calls.push(call);
      super.callFromThread(() -> calls.pop().run());
    }
  }

  private static final class Quiet extends Relay {
    Quiet(FakeReactor fake) {
      super(fake);
    }

    @Override
    public void callInThread(Runnable task) {
      super.deferToThread(
              () -> {
                task.run();
                return "done";
              })
          .addErrback(error -> "lost");
    }
  }

  private static final class NoNull extends Relay {
    NoNull(FakeReactor fake) {
      super(fake);
    }

    @Override
    public <T extends @Nullable Object> Deferred<T> deferToThread(Callable<? extends T> task) {
      return super.deferToThread(
          () -> {
            T value = task.call();
            if (value == null) {
              throw new IllegalStateException("null");
            }
            return value;
          });
    }
  }

  private static final class Wrapping extends Relay {
    Wrapping(FakeReactor fake) {
      super(fake);
    }

    @Override
    public <T extends @Nullable Object> Deferred<T> deferToThread(Callable<? extends T> task) {
      return super.deferToThread(
          () -> {
            try {
              return task.call();
            } catch (Throwable error) {
              throw new IllegalStateException(error);
            }
          });
    }
  }

  private static final class Twice extends Relay {
    Twice(FakeReactor fake) {
      super(fake);
    }

    @Override
    public void callInThread(Runnable task) {
      super.callInThread(task);
      super.callInThread(task);
    }
  }
}
