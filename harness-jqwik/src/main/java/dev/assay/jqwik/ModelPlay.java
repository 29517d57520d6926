// SPDX-License-Identifier: Apache-2.0
package dev.assay.jqwik;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A chain that is played on a model of Deferreds: Twisted's algorithm, written recursively and
 * without regard to speed, with Assay's deliberate differences.
 */
final class ModelPlay extends ChainPlay {
  private final List<Model> models = new ArrayList<>();

  ModelPlay(CallbackChain chain) {
    super(chain);
    models.add(new Model(0, Cancels.NOT));
    for (int i = 1; i < ChainText.NAMES.size(); i++) {
      models.add(new Model(i, chain.cancellers().get(i - 1)));
    }
  }

  /** The content of a chain that was not fired. */
  private record Unfired() {}

  /** The failure that a chain holds. */
  private record Failure(String kind) {}

  /** A level that can be run. */
  private interface Runs {
    @Nullable Object run(@Nullable Object result) throws Raised;
  }

  /** The level at which a result is passed to a Deferred that waits for it. */
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

  /** The exception of a step that is not allowed. */
  static final class Refused extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    final String kind;

    Refused(String kind) {
      super(kind);
      this.kind = kind;
    }
  }

  /** A Deferred in Twisted's model. */
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
        throw new Refused("already fired");
      }
    }

    void run() {
      if (!running) {
        runLevels();
      }
    }

    /** Runs levels; returns false if the code that passed its result to this must not continue. */
    boolean runLevels() {
      if (held()) {
        return false;
      }
      while (!held() && !levels.isEmpty()) {
        Runs level = levels.removeFirst();
        if (level instanceof Continue handover) {
          handover.target.result = take();
          if (!handover.target.runLevels() || held()) {
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

    /** Takes the result out. */
    @Nullable Object take() {
      Object taken = result;
      result = null;
      unhandled = false;
      return taken;
    }
  }

  private static void add(Model model, Runs level) {
    model.levels.add(level);
    if (!model.unfired()) {
      model.run();
    }
  }

  @Override
  void addLevel(Step.Add add) {
    add(
        models.get(add.on()),
        result -> {
          boolean failure = result instanceof Failure;
          if (!add.level().takes(failure)) {
            return result;
          }
          reached(add, text(result));
          Step.Function function = add.functionFor(failure);
          playInside(function);
          return end(function, result);
        });
  }

  private @Nullable Object end(Step.Function function, @Nullable Object result) throws Raised {
    return switch (function.end()) {
      case PASS -> result;
      case RETURN -> function.name();
      case THROW -> throw new Raised(function.name());
      case WAIT -> models.get(function.waitsFor());
    };
  }

  @Override
  void addLast(int on) {
    add(
        models.get(on),
        result -> {
          ended(on, text(result));
          return result instanceof Failure ? null : result;
        });
  }

  @Override
  void fire(int on, boolean fails, String name) {
    models.get(on).fire(fails ? new Failure(name) : name);
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
    if (model.cancels == Cancels.NOT) {
      model.lateFiringIgnored = true;
    } else {
      cancelling(model.number);
    }
    model.fire(
        switch (model.cancels) {
          case WITH_A_VALUE -> "stopped";
          case WITH_AN_ERROR -> new Failure("stopped");
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
      throw new Refused("unpaired");
    }
    model.pauses--;
    if (!model.unfired()) {
      model.run();
    }
  }

  @Override
  void chainTo(int from, int to) {
    if (from == to) {
      throw new Refused("ring");
    }
    Model target = models.get(to);
    add(
        models.get(from),
        result -> {
          try {
            target.fire(result);
            return null;
          } catch (Refused refused) {
            throw new Raised(refused.kind);
          }
        });
  }

  @Override
  boolean isUnfired(int on) {
    return models.get(on).unfired();
  }

  private static String text(@Nullable Object result) {
    return result instanceof Failure failure ? "failure " + failure.kind : "value " + result;
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
    return model.result instanceof Model inner
        ? "waits for " + ChainText.NAMES.get(inner.number)
        : text(model.result);
  }
}
