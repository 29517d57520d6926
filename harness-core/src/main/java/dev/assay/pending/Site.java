// SPDX-License-Identifier: Apache-2.0
package dev.assay.pending;

import java.lang.StackWalker.Option;
import java.lang.StackWalker.StackFrame;
import java.util.List;
import java.util.Set;
import java.util.Spliterator;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A line of user code: the innermost frame that belongs neither to the harness, nor to the JDK, nor
 * to a test framework.
 *
 * <p>Finding a site reads only the frames between the caller and the user's code. File and line are
 * looked up when they are read.
 *
 * @since 0.1
 */
public final class Site {
  /** The JVM's name for the method that initialises a class. */
  static final String INITIALISER = "<clinit>";

  private static final Site UNKNOWN = new Site(null);

  /**
   * The number of frames between {@link Finder} and the code that created something, and one more:
   * the harness's own constructors. A walk that fetches no frame too many costs half.
   */
  private static final int NEAR = 4;

  private static final StackWalker WALKER =
      StackWalker.getInstance(Set.of(Option.RETAIN_CLASS_REFERENCE), NEAR);

  private final @Nullable StackFrame frame;

  private Site(@Nullable StackFrame frame) {
    this.frame = frame;
  }

  /** Returns the line of user code that is running on this thread. */
  public static Site here() {
    return WALKER.walk(new Finder(null));
  }

  /**
   * Returns the line of user code that is running inside the innermost call of a class, or another
   * site if that class was called and has called only the harness.
   */
  public static Site hereWithin(Class<?> boundary, Site otherwise) {
    Site found = WALKER.walk(new Finder(boundary));
    return found.frame == null ? otherwise : found;
  }

  /** Returns the line of a frame of user code. */
  static Site of(StackFrame frame) {
    return new Site(frame);
  }

  /** Returns the site for an unknown place: no user code was on the stack. */
  public static Site unknown() {
    return UNKNOWN;
  }

  /** Returns the innermost frame of a thread's stack that is user code, or null. */
  public static @Nullable StackTraceElement userFrame(List<StackTraceElement> stack) {
    for (StackTraceElement frame : stack) {
      if (UserCode.contains(frame)) {
        return frame;
      }
    }
    return null;
  }

  /**
   * Returns whether a thread is in the JDK because user code called it, directly, through the
   * assertions of a library or by a method reference, and not because the harness waits.
   */
  public static boolean isUserCallingPlatform(List<StackTraceElement> stack) {
    StackTraceElement caller = caller(stack);
    return caller != null && !UserCode.waitsItself(caller);
  }

  /**
   * Returns whether the harness runs an action of the user's that has no frame, such as a reference
   * to a JDK method. The next user frame is then not the running code.
   */
  public static boolean isFrameless(List<StackTraceElement> stack) {
    StackTraceElement caller = caller(stack);
    return caller != null && UserCode.ofHarness(caller) && !UserCode.waitsItself(caller);
  }

  /** Returns where the first frame is that was made up for a lambda, or -1. */
  public static int indexOfHidden(List<StackTraceElement> stack) {
    for (int i = 0; i < stack.size(); i++) {
      if (UserCode.isHidden(stack.get(i))) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the frames that were not made up for a lambda: those have no line. */
  public static List<StackTraceElement> withoutHidden(List<StackTraceElement> stack) {
    return stack.stream().filter(frame -> !UserCode.isHidden(frame)).toList();
  }

  /** Returns the innermost frame that is the user's or the harness's, or null. */
  private static @Nullable StackTraceElement caller(List<StackTraceElement> stack) {
    for (StackTraceElement frame : stack) {
      if (UserCode.contains(frame) || UserCode.ofHarness(frame)) {
        return frame;
      }
    }
    return null;
  }

  /**
   * Returns whether a static initialiser is creating something here, directly or in constructors:
   * that is created once, by the trial that comes first. It does not count if the trial of the
   * given ledger does what is done once for the class.
   */
  public boolean isInInitialiser(Ledger ledger) {
    StackFrame maker = frame == null || !isConstructor(frame) ? frame : WALKER.walk(Site::maker);
    return maker != null
        && maker.getMethodName().equals(INITIALISER)
        && !TrialCode.isOnceFor(maker.getClassName(), ledger);
  }

  /** Returns the frame that called the running constructors of user code, or null. */
  private static @Nullable StackFrame maker(Stream<StackFrame> frames) {
    return frames
        .dropWhile(some -> !UserCode.contains(some.getDeclaringClass()))
        .dropWhile(Site::isConstructor)
        .findFirst()
        .orElse(null);
  }

  private static boolean isConstructor(StackFrame some) {
    return some.getMethodName().equals("<init>");
  }

  /** Returns this site as an element of a stack trace, or null if it is unknown. */
  public @Nullable StackTraceElement element() {
    return frame == null ? null : frame.toStackTraceElement();
  }

  /**
   * Returns whether both lines are in one method, or in lambdas of it, or one of them is unknown.
   */
  public boolean isInSameMethodAs(Site other) {
    return frame == null
        || other.frame == null
        || (frame.getClassName().equals(other.frame.getClassName())
            && plainMethodName(frame.getMethodName())
                .equals(plainMethodName(other.frame.getMethodName())));
  }

  /** Returns {@code Pinger.java:12 in ping}, or {@code an unknown place}. */
  @Override
  public String toString() {
    return frame == null ? "an unknown place" : describe(frame.toStackTraceElement());
  }

  /** Returns {@code Pinger.java:12 in ping} for an element of a stack trace. */
  public static String describe(StackTraceElement element) {
    String file = element.getFileName();
    String where = file == null ? element.getClassName() : file;
    String line = element.getLineNumber() < 0 ? "" : ":" + element.getLineNumber();
    return where + line + " in " + plainMethodName(element.getMethodName());
  }

  /** Returns the method that contains a lambda: {@code lambda$ping$0} is in ping. */
  private static String plainMethodName(String name) {
    if (!name.startsWith("lambda$")) {
      return name;
    }
    int end = name.lastIndexOf('$');
    return end <= "lambda$".length() ? name : name.substring("lambda$".length(), end);
  }

  /**
   * The search for the first frame of user code. A spliterator avoids the cost of the stream's
   * pipeline.
   */
  private static final class Finder implements Function<Stream<StackFrame>, Site> {
    private final @Nullable Class<?> boundary;
    private @Nullable Site found;

    Finder(@Nullable Class<?> boundary) {
      this.boundary = boundary;
    }

    @Override
    public Site apply(Stream<StackFrame> frames) {
      Spliterator<StackFrame> each = frames.spliterator();
      Consumer<StackFrame> take = this::take;
      while (found == null && each.tryAdvance(take)) {}
      return found == null ? UNKNOWN : found;
    }

    private void take(StackFrame frame) {
      Class<?> type = frame.getDeclaringClass();
      if (UserCode.contains(type)) {
        found = new Site(frame);
      } else if (type.equals(boundary)) {
        found = UNKNOWN;
      }
    }
  }
}
