// SPDX-License-Identifier: Apache-2.0
package dev.assay.jqwik;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** One step of a {@link CallbackChain}; Deferreds are identified by numbers, the first is 0. */
sealed interface Step {
  /** Plays this step. */
  void playOn(ChainPlay play);

  /** Returns this step with names for its values and errors. */
  Step named(Names names);

  /** Returns this step with one Deferred replaced by another. */
  Step renumbered(int from, int to);

  /** Returns whether this step may fire a Deferred, other than by a cancellation. */
  boolean fires(int number);

  /** Returns the size of this step, inside a number of functions. */
  int size(int depth);

  /** Returns similar steps that are slightly smaller. */
  Stream<? extends Step> simpler();

  /** Adds a level; one of the kind {@code CALLBACKS} has two functions, the others have one. */
  record Add(int on, Level level, List<Function> functions) implements Step {
    @Override
    public void playOn(ChainPlay play) {
      play.add(this);
    }

    /** Returns whether the functions of the level return Deferreds. */
    boolean defers() {
      return functions.stream().anyMatch(function -> function.end() == End.WAIT);
    }

    /** Returns the function that takes a result of a sort. */
    Function functionFor(boolean failure) {
      return functions.get(failure ? functions.size() - 1 : 0);
    }

    @Override
    public Add named(Names names) {
      return with(functions.stream().map(each -> each.named(names)).toList());
    }

    private Add with(List<Function> others) {
      return new Add(on, level, others);
    }

    @Override
    public Add renumbered(int from, int to) {
      List<Function> others = functions.stream().map(each -> each.renumbered(from, to)).toList();
      return new Add(on == from ? to : on, level, others);
    }

    @Override
    public boolean fires(int number) {
      return functions.stream().flatMap(f -> f.inside().stream()).anyMatch(s -> s.fires(number));
    }

    @Override
    public int size(int depth) {
      int inside = functions.stream().mapToInt(function -> function.size(depth)).sum();
      return Simpler.size(depth, on, level.size) + inside;
    }

    @Override
    public Stream<Add> simpler() {
      Stream<Add> oneSided =
          Stream.of(
                  new Add(on, Level.CALLBACK, functions.subList(0, 1)),
                  new Add(on, Level.ERRBACK, List.of(functionFor(true))))
              .filter(other -> other.level.size < level.size);
      Stream<Add> simplerFunctions = Simpler.inOne(functions, Function::simpler).map(this::with);
      Stream<Add> earlier = IntStream.range(0, on).mapToObj(i -> new Add(i, level, functions));
      return Stream.of(oneSided, simplerFunctions, earlier).flatMap(each -> each);
    }
  }

  /** The way in which a level is added. */
  enum Level {
    CALLBACK("Callback", 5),
    ERRBACK("Errback", 6),
    BOTH("Both", 7),
    CALLBACKS("Callbacks", 8);

    final String method;
    final int size;

    Level(String method, int size) {
      this.method = method;
      this.size = size;
    }

    /** Returns the parameters of its functions. */
    List<String> takes() {
      return switch (this) {
        case CALLBACK -> List.of("value");
        case ERRBACK -> List.of("error");
        case BOTH -> List.of("outcome");
        case CALLBACKS -> List.of("value", "error");
      };
    }

    /** Returns whether a function of such a level takes failures, or values. */
    boolean takes(boolean failure) {
      return this == BOTH || takes().contains(failure ? "error" : "value");
    }
  }

  /** The way in which a function of a level ends. */
  enum End {
    PASS(0),
    RETURN(3),
    THROW(6),
    WAIT(9);

    final int size;

    End(int size) {
      this.size = size;
    }
  }

  /**
   * The function of a callback.
   *
   * @param waitsFor the Deferred that it returns, if it ends so; else 0
   */
  record Function(List<Step> inside, End end, int waitsFor, String name) {
    public Function {
      waitsFor = end == End.WAIT ? waitsFor : 0;
    }

    Function named(Names names) {
      List<Step> first = inside.stream().map(step -> step.named(names)).toList();
      boolean namesIt = end == End.RETURN || end == End.THROW;
      return new Function(first, end, waitsFor, namesIt ? names.next(end == End.THROW) : "");
    }

    Function with(List<Step> steps) {
      return new Function(steps, end, waitsFor, name);
    }

    Function renumbered(int from, int to) {
      List<Step> steps = inside.stream().map(step -> step.renumbered(from, to)).toList();
      return new Function(steps, end, waitsFor == from ? to : waitsFor, name);
    }

    int size(int depth) {
      return Simpler.size(inside, depth + 1) + end.size + waitsFor;
    }

    Stream<Function> simpler() {
      Stream<Function> simplerInside = Simpler.steps(inside).map(this::with);
      Stream<Function> simplerEnd =
          Stream.of(End.values())
              .filter(other -> other.size < end.size)
              .map(other -> new Function(inside, other, 0, ""));
      Stream<Function> earlier =
          IntStream.range(0, waitsFor).mapToObj(i -> new Function(inside, end, i, ""));
      return Stream.of(simplerInside, simplerEnd, earlier).flatMap(each -> each);
    }
  }

  /** Fires a Deferred. */
  record Fire(int on, boolean fails, String name) implements Step {
    @Override
    public void playOn(ChainPlay play) {
      play.fire(on, fails, name);
    }

    @Override
    public Fire named(Names names) {
      return new Fire(on, fails, names.next(fails));
    }

    @Override
    public Fire renumbered(int from, int to) {
      return new Fire(on == from ? to : on, fails, name);
    }

    @Override
    public boolean fires(int number) {
      return on == number;
    }

    @Override
    public int size(int depth) {
      return Simpler.size(depth, on, fails ? 1 : 0);
    }

    @Override
    public Stream<Fire> simpler() {
      Stream<Fire> earlier = IntStream.range(0, on).mapToObj(i -> new Fire(i, fails, name));
      return fails ? Stream.concat(Stream.of(new Fire(on, false, name)), earlier) : earlier;
    }
  }

  /** Calls a method of a Deferred that takes no arguments. */
  record Touch(int on, Kind kind) implements Step {
    /** The methods of this sort. */
    enum Kind {
      PAUSE("pause", 2),
      UNPAUSE("unpause", 3),
      CANCEL("cancel", 4);

      final String method;
      final int size;

      Kind(String method, int size) {
        this.method = method;
        this.size = size;
      }
    }

    @Override
    public void playOn(ChainPlay play) {
      play.touch(this);
    }

    @Override
    public Touch named(Names names) {
      return this;
    }

    @Override
    public Touch renumbered(int from, int to) {
      return new Touch(on == from ? to : on, kind);
    }

    @Override
    public boolean fires(int number) {
      return false;
    }

    @Override
    public int size(int depth) {
      return Simpler.size(depth, on, kind.size);
    }

    @Override
    public Stream<Touch> simpler() {
      return IntStream.range(0, on).mapToObj(i -> new Touch(i, kind));
    }
  }

  /** Hands the result of one Deferred to another. */
  record Chain(int on, int to) implements Step {
    @Override
    public void playOn(ChainPlay play) {
      play.chain(on, to);
    }

    @Override
    public Chain named(Names names) {
      return this;
    }

    @Override
    public Chain renumbered(int from, int other) {
      return new Chain(on == from ? other : on, to == from ? other : to);
    }

    @Override
    public boolean fires(int number) {
      return to == number;
    }

    @Override
    public int size(int depth) {
      return Simpler.size(depth, on, 20 + to);
    }

    @Override
    public Stream<Chain> simpler() {
      return Stream.concat(
          IntStream.range(0, on).mapToObj(i -> new Chain(i, to)),
          IntStream.range(0, to).mapToObj(i -> new Chain(on, i)));
    }
  }

  /** The names of values and errors, numbered in the order of the text. */
  final class Names {
    private int last;

    String next(boolean ofError) {
      last++;
      return (ofError ? "e" : "v") + last;
    }
  }
}
