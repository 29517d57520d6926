// SPDX-License-Identifier: Apache-2.0
package dev.assay.stack;

import dev.assay.pending.Site;
import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.Set;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The search for the line of user code that is running on this thread.
 *
 * <p>It reads only the frames between the caller and the user's code.
 *
 * @since 0.1
 */
public final class Sites {
  /** The JVM's name for the method that initialises a class. */
  static final String INITIALISER = "<clinit>";

  /**
   * The number of frames between {@link Finder} and the code that created something, and one more:
   * the harness's own constructors. A walk that fetches no frame too many costs half.
   */
  private static final int NEAR = 4;

  private static final StackWalker WALKER =
      StackWalker.getInstance(Set.of(Option.RETAIN_CLASS_REFERENCE), NEAR);

  private Sites() {}

  /** Returns the line of user code that is running on this thread. */
  public static Site here() {
    return Site.of(WALKER.walk(new Finder(null)));
  }

  /**
   * Returns the line of user code that is running inside the innermost call of a class, or another
   * site if that class was called and has called only the harness.
   */
  public static Site hereWithin(Class<?> boundary, Site otherwise) {
    StackFrame found = WALKER.walk(new Finder(boundary));
    return found == null ? otherwise : Site.of(found);
  }

  /** Returns the innermost frame of user code on this thread, or null. */
  public static @Nullable StackFrame frame() {
    return WALKER.walk(new Finder(null));
  }

  /**
   * Returns whether a static initialiser is creating something on this thread, directly or in
   * constructors: that is created once, by the trial that comes first. It does not count if that
   * trial does what is done once for the class.
   *
   * @param frame the result of {@link #frame()}
   * @param code the code that the trial of this thread runs, if it is known
   */
  public static boolean isInInitialiser(@Nullable StackFrame frame, @Nullable TrialCode code) {
    StackFrame maker = frame == null || !isConstructor(frame) ? frame : WALKER.walk(Sites::maker);
    return maker != null
        && maker.getMethodName().equals(INITIALISER)
        && !TrialCode.isOnceFor(maker.getClassName(), code);
  }

  /** Returns the frame that called the running constructors of user code, or null. */
  private static @Nullable StackFrame maker(Stream<StackFrame> frames) {
    return frames
        .dropWhile(some -> !UserCode.contains(some.getDeclaringClass()))
        .dropWhile(Sites::isConstructor)
        .findFirst()
        .orElse(null);
  }

  private static boolean isConstructor(StackFrame some) {
    return some.getMethodName().equals("<init>");
  }

  /**
   * The search for the first frame of user code. A spliterator avoids the cost of the stream's
   * pipeline.
   */
  private static final class Finder implements Function<Stream<StackFrame>, @Nullable StackFrame> {
    private final @Nullable Class<?> boundary;
    private @Nullable StackFrame found;
    private boolean ended;

    Finder(@Nullable Class<?> boundary) {
      this.boundary = boundary;
    }

    @Override
    public @Nullable StackFrame apply(Stream<StackFrame> frames) {
      Spliterator<StackFrame> each = frames.spliterator();
      Consumer<StackFrame> take = this::take;
      while (!ended && each.tryAdvance(take)) {}
      return found;
    }

    private void take(StackFrame frame) {
      Class<?> type = frame.getDeclaringClass();
      if (UserCode.contains(type)) {
        found = frame;
        ended = true;
      } else if (type.equals(boundary)) {
        ended = true;
      }
    }
  }
}
