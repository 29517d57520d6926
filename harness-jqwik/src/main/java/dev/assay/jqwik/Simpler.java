// SPDX-License-Identifier: Apache-2.0
package dev.assay.jqwik;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.ShrinkingDistance;

/**
 * A callback chain that shrinks: each resulting chain is slightly smaller, and keeps the order of
 * the remaining steps.
 *
 * <p>A generic shrinker would never take a step out of a function, nor replace one Deferred by
 * another everywhere; a small bug would stay inside the large chain in which it was found.
 */
record Simpler(CallbackChain value, boolean firing) implements Shrinkable<CallbackChain> {
  /** The weight of a step, so large that nothing else can outweigh it. */
  private static final int STEP = 1_000;

  private static final int DEPTH = 100;
  private static final int DEFERRED = 30;

  /** The steps of the smallest size, the smallest first. */
  private static final List<Step> LEAST =
      IntStream.range(0, ChainText.NAMES.size()).boxed().flatMap(Simpler::least).toList();

  private static Stream<Step> least(int on) {
    Step.Function another = new Step.Function(List.of(), Step.End.RETURN, 0, "");
    return Stream.of(
        new Step.Fire(on, false, ""),
        new Step.Fire(on, true, ""),
        new Step.Touch(on, Step.Touch.Kind.PAUSE),
        new Step.Touch(on, Step.Touch.Kind.UNPAUSE),
        new Step.Touch(on, Step.Touch.Kind.CANCEL),
        new Step.Add(on, Step.Level.CALLBACK, List.of(another)));
  }

  @Override
  public Stream<Shrinkable<CallbackChain>> shrink() {
    List<Step> all = value.steps();
    Stream<CallbackChain> fewer =
        Stream.of(steps(all), renumbered(all), swapped(all))
            .flatMap(each -> each)
            .filter(steps -> firing || steps.stream().noneMatch(step -> step.fires(0)))
            .map(steps -> new CallbackChain(value.cancellers(), steps));
    Stream<CallbackChain> quieter =
        inOne(
                value.cancellers(),
                how -> Stream.of(Cancels.values()).filter(less -> less.size < how.size))
            .map(cancellers -> new CallbackChain(cancellers, all));
    return Stream.concat(fewer, quieter).map(chain -> new Simpler(chain, firing));
  }

  @Override
  public ShrinkingDistance distance() {
    int cancellers = value.cancellers().stream().mapToInt(how -> how.size).sum();
    return ShrinkingDistance.of(size(value.steps(), 0), cancellers, disorder(value.steps()));
  }

  /** Returns the number of pairs of steps in which the later one is smaller. */
  private static long disorder(List<Step> steps) {
    return IntStream.range(0, steps.size())
        .mapToLong(i -> steps.stream().skip(i).filter(later -> isLess(later, steps.get(i))).count())
        .sum();
  }

  private static boolean isLess(Step one, Step other) {
    return one.size(0) < other.size(0);
  }

  /** Returns the size of some steps inside a number of functions. */
  static int size(List<Step> steps, int depth) {
    return steps.stream().mapToInt(step -> step.size(depth)).sum();
  }

  /** Returns the size of a step of some kind on a Deferred. */
  static int size(int depth, int on, int kind) {
    return STEP + DEPTH * depth + DEFERRED * on + kind;
  }

  /** Returns lists of steps that are slightly smaller. */
  static Stream<List<Step>> steps(List<Step> steps) {
    Stream<List<Step>> without =
        IntStream.range(0, steps.size()).mapToObj(i -> replaced(steps, i, List.of()));
    Stream<List<Step>> unwrapped =
        IntStream.range(0, steps.size())
            .boxed()
            .flatMap(i -> unwrapped(steps.get(i)).map(some -> replaced(steps, i, some)));
    Stream<List<Step>> simpler =
        inOne(steps, step -> LEAST.stream().filter(least -> isLess(least, step)));
    return Stream.of(without, unwrapped, simpler, inOne(steps, Step::simpler))
        .flatMap(each -> each);
  }

  /** Takes the steps out of a step's functions: in its place, or before it. */
  private static Stream<List<Step>> unwrapped(Step step) {
    if (!(step instanceof Step.Add add)) {
      return Stream.of();
    }
    return IntStream.range(0, add.functions().size())
        .filter(i -> !add.functions().get(i).inside().isEmpty())
        .boxed()
        .flatMap(i -> unwrapped(add, i));
  }

  private static Stream<List<Step>> unwrapped(Step.Add add, int number) {
    Step.Function function = add.functions().get(number);
    List<Step.Function> emptied =
        replaced(add.functions(), number, List.of(function.with(List.of())));
    List<Step> before = new ArrayList<>(function.inside());
    before.add(new Step.Add(add.on(), add.level(), emptied));
    return Stream.of(function.inside(), before);
  }

  private static Stream<List<Step>> renumbered(List<Step> steps) {
    return IntStream.range(1, ChainText.NAMES.size())
        .boxed()
        .flatMap(from -> IntStream.range(0, from).mapToObj(to -> renumbered(steps, from, to)))
        .filter(less -> !less.equals(steps));
  }

  private static List<Step> renumbered(List<Step> steps, int from, int to) {
    return steps.stream().<Step>map(step -> step.renumbered(from, to)).toList();
  }

  private static Stream<List<Step>> swapped(List<Step> steps) {
    return IntStream.range(1, steps.size())
        .filter(i -> isLess(steps.get(i), steps.get(i - 1)))
        .mapToObj(
            i -> {
              List<Step> swapped = new ArrayList<>(steps);
              Collections.swap(swapped, i - 1, i);
              return List.copyOf(swapped);
            });
  }

  /** Returns lists in each of which one element is simpler. */
  static <T> Stream<List<T>> inOne(
      List<T> list, Function<? super T, ? extends Stream<? extends T>> simpler) {
    return IntStream.range(0, list.size())
        .boxed()
        .flatMap(i -> simpler.apply(list.get(i)).map(less -> replaced(list, i, List.of(less))));
  }

  private static <T> List<T> replaced(List<T> list, int at, List<? extends T> by) {
    List<T> all = new ArrayList<>(list.subList(0, at));
    all.addAll(by);
    all.addAll(list.subList(at + 1, list.size()));
    return List.copyOf(all);
  }
}
