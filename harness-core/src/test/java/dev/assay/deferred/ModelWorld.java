// SPDX-License-Identifier: Apache-2.0
package dev.assay.deferred;

import dev.assay.deferred.RealWorld.Cancels;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Programs played on a model: Twisted's algorithm, written down recursively and with no thought for
 * speed, and with our deliberate differences.
 */
final class ModelWorld extends World {
  private final List<Model> models;

  ModelWorld(List<Cancels> cancellers) {
    models =
        IntStream.range(0, cancellers.size())
            .mapToObj(i -> new Model(i, cancellers.get(i)))
            .toList();
  }

  /** What a chain holds that was not fired. */
  private record Unfired() {}

  /** The failure a chain holds. */
  private record Failure(String kind) {}

  /** A level that can be run. */
  private interface Runs {
    @Nullable Object run(@Nullable Object result) throws Raised;
  }

  /** The level at which a result goes to a Deferred that waits for it. */
  private record Continue(Model target) implements Runs {
    @Override
    public @Nullable Object run(@Nullable Object result) {
      throw new AssertionError("is not run");
    }
  }

  /** An error thrown by a level. */
  private static final class Raised extends Exception {
    private static final long serialVersionUID = 1L;

    final String kind;

    Raised(String kind) {
      super(kind, null, false, false);
      this.kind = kind;
    }
  }

  /** A Deferred as Twisted sees it. */
  private static final class Model {
    final int number;
    final Cancels cancels;
    final Deque<Runs> levels = new ArrayDeque<>();
    @Nullable Object result = new Unfired();
    int pauses;
    boolean running;
    boolean lateFiringIgnored;
    boolean unhandled;

    Model(int number, Cancels cancels) {
      this.number = number;
      this.cancels = cancels;
    }

    boolean unfired() {
      return result instanceof Unfired;
    }

    boolean held() {
      return pauses > 0 || result instanceof Model;
    }

    void fire(@Nullable Object first) {
      if (unfired()) {
        result = first;
        run();
      } else if (lateFiringIgnored) {
        lateFiringIgnored = false;
      } else {
        throw new AlreadyFiredException("");
      }
    }

    void run() {
      if (!running) {
        runLevels();
      }
    }

    /** Runs levels; returns false if whoever handed its result to this must not go on. */
    boolean runLevels() {
      if (held()) {
        return false;
      }
      while (!held() && !levels.isEmpty()) {
        Runs level = levels.removeFirst();
        if (level instanceof Continue handover) {
          handover.target.result = take();
          if (!handover.target.runLevels()) {
            return false;
          }
          if (held()) {
            return false;
          }
        } else {
          runLevel(level);
        }
      }
      if (pauses > 0) {
        return false;
      }
      unhandled = result instanceof Failure;
      return true;
    }

    private void runLevel(Runs level) {
      running = true;
      try {
        Object returned = level.run(result);
        result = returned instanceof Model inner ? settleOn(inner) : returned;
      } catch (Raised raised) {
        result = new Failure(raised.kind);
      }
      running = false;
    }

    private @Nullable Object settleOn(Model inner) throws Raised {
      for (Object next = inner; next instanceof Model chain; next = chain.result) {
        if (chain == this) {
          throw new Raised("ring");
        }
      }
      if (inner.unfired() || inner.held()) {
        inner.levels.add(new Continue(this));
        return inner;
      }
      return inner.take();
    }

    /** Takes the result away. */
    @Nullable Object take() {
      Object taken = result;
      result = null;
      unhandled = false;
      return taken;
    }
  }

  private void add(Model model, Runs level) {
    model.levels.add(level);
    if (!model.unfired()) {
      model.run();
    }
  }

  @Override
  void add(int on, int level, Step.@Nullable Function callback, Step.@Nullable Function errback) {
    add(
        models.get(on),
        in -> {
          Step.Function side = in instanceof Failure ? errback : callback;
          if (side == null) {
            return in;
          }
          ran(on, level, text(in));
          play(side.inside());
          return end(side.end(), in);
        });
  }

  private @Nullable Object end(Step.End end, @Nullable Object in) throws Raised {
    if (end instanceof Step.Return returned) {
      return returned.value();
    } else if (end instanceof Step.Throw thrown) {
      throw new Raised(thrown.error());
    } else if (end instanceof Step.Wait wait) {
      return models.get(wait.on());
    }
    return in;
  }

  @Override
  void callback(int on, String value) {
    models.get(on).fire(value);
  }

  @Override
  void errback(int on, String error) {
    models.get(on).fire(new Failure(error));
  }

  @Override
  void cancel(int on) {
    Model model = models.get(on);
    while (model.result instanceof Model inner) {
      model = inner;
    }
    if (!model.unfired()) {
      return;
    }
    if (model.cancels == Cancels.NONE) {
      model.lateFiringIgnored = true;
    } else {
      cancelling(model.number);
    }
    model.fire(
        switch (model.cancels) {
          case WITH_A_VALUE -> "stopped";
          case WITH_A_FAILURE -> new Failure("stopped");
          default -> new Failure("cancelled");
        });
  }

  @Override
  void pause(int on) {
    models.get(on).pauses++;
  }

  @Override
  void unpause(int on) {
    Model model = models.get(on);
    if (model.pauses == 0) {
      throw new IllegalStateException("needs a pause() before it");
    }
    model.pauses--;
    if (!model.unfired()) {
      model.run();
    }
  }

  @Override
  void chain(int from, int to) {
    if (from == to) {
      throw new IllegalStateException("ring");
    }
    Model target = models.get(to);
    add(
        models.get(from),
        result -> {
          try {
            target.fire(result);
            return null;
          } catch (AlreadyFiredException e) {
            throw new Raised("already fired");
          }
        });
  }

  private static String text(@Nullable Object in) {
    return in instanceof Failure failure ? "failure " + failure.kind : "value " + in;
  }

  @Override
  List<String> states() {
    return models.stream()
        .map(m -> state(result(m), m.pauses + (m.result instanceof Model ? 1 : 0), m.unhandled))
        .toList();
  }

  private static String result(Model model) {
    if (model.unfired()) {
      return "unfired";
    }
    return model.result instanceof Model inner ? "waits for d" + inner.number : text(model.result);
  }
}
