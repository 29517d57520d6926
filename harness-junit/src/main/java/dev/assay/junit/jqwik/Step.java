// SPDX-License-Identifier: Apache-2.0
package dev.assay.junit.jqwik;

import java.util.List;

/** One step of a {@link CallbackChain}; Deferreds are known by their numbers, the first is 0. */
sealed interface Step {
  /** Returns this with names for its values and errors. */
  Step named(Names names);

  /** Plays this. */
  void playOn(ChainPlay play);

  /** How a level is added. */
  enum Level {
    CALLBACK("Callback", "value"),
    ERRBACK("Errback", "error"),
    BOTH("Both", "outcome"),
    CALLBACKS("Callbacks", "value", "error");

    final String method;

    /** What its functions take. */
    final List<String> takes;

    Level(String method, String... takes) {
      this.method = method;
      this.takes = List.of(takes);
    }

    /** Returns whether some function of such a level takes failures, or values. */
    boolean takes(boolean failure) {
      return takes.contains(failure ? "error" : "value") || this == BOTH;
    }
  }

  /** How a function of a level ends. */
  enum End {
    PASS,
    RETURN,
    THROW,
    WAIT
  }

  /**
   * What a callback does.
   *
   * @param waitsFor the Deferred that it returns, if that is its end
   */
  record Function(List<Step> inside, End end, int waitsFor, String name) {
    Function named(Names names) {
      List<Step> first = inside.stream().map(step -> step.named(names)).toList();
      boolean namesIt = end == End.RETURN || end == End.THROW;
      return new Function(first, end, waitsFor, namesIt ? names.next(end == End.THROW) : "");
    }
  }

  /** Adds a level; one of the kind {@code CALLBACKS} has two functions, the others have one. */
  record Add(int on, Level level, List<Function> functions) implements Step {
    @Override
    public Add named(Names names) {
      return new Add(on, level, functions.stream().map(each -> each.named(names)).toList());
    }

    @Override
    public void playOn(ChainPlay play) {
      play.add(this);
    }

    /** Returns whether the level is of those whose functions give Deferreds. */
    boolean defers() {
      return functions.stream().anyMatch(function -> function.end() == End.WAIT);
    }

    /** Returns the function that takes a result of this sort. */
    Function functionFor(boolean failure) {
      return functions.get(failure ? functions.size() - 1 : 0);
    }
  }

  /** Fires a Deferred. */
  record Fire(int on, boolean fails, String name) implements Step {
    @Override
    public Fire named(Names names) {
      return new Fire(on, fails, names.next(fails));
    }

    @Override
    public void playOn(ChainPlay play) {
      play.fire(on, fails, name);
    }
  }

  /** Does something to a Deferred that takes no arguments. */
  record Touch(int on, Kind kind) implements Step {
    /** What can be done so. */
    enum Kind {
      CANCEL("cancel"),
      PAUSE("pause"),
      UNPAUSE("unpause");

      final String method;

      Kind(String method) {
        this.method = method;
      }
    }

    @Override
    public Touch named(Names names) {
      return this;
    }

    @Override
    public void playOn(ChainPlay play) {
      play.touch(this);
    }
  }

  /** Hands the result of one Deferred to another. */
  record Chain(int on, int to) implements Step {
    @Override
    public Chain named(Names names) {
      return this;
    }

    @Override
    public void playOn(ChainPlay play) {
      play.chain(on, to);
    }
  }

  /** The names of values and errors: they tell, in the order of the text, who gave what. */
  final class Names {
    private int last;

    String next(boolean ofError) {
      last++;
      return (ofError ? "e" : "v") + last;
    }
  }
}
