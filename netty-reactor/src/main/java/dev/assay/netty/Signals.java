// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty;

import java.lang.System.Logger.Level;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;

/**
 * The signals that end a program: while a reactor runs, SIGINT and SIGTERM stop it, and a second
 * SIGINT ends the process at once.
 *
 * <p>The JDK hears signals through {@code sun.misc.Signal}, which not every JDK has, so it is found
 * by reflection.
 */
final class Signals implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger("dev.assay.netty");

  /** What a shell adds to the number of the signal that ended a process. */
  private static final int ENDED_BY_SIGNAL = 128;

  private static final int SIGINT = 2;

  private static final String[] NAMES = {"INT", "TERM"};

  private final Runnable stop;
  private final List<Runnable> restorations = new ArrayList<>();

  /** The status to end the process with, or zero while no signal has arrived. */
  private volatile int status;

  private Signals(Runnable stop) {
    this.stop = stop;
  }

  /**
   * Begins to hear the signals.
   *
   * @param stop stops the reactor, from any thread
   */
  static Signals hear(Runnable stop) {
    Signals signals = new Signals(stop);
    try {
      signals.install();
    } catch (ReflectiveOperationException | RuntimeException e) {
      LOG.log(
          Level.WARNING,
          "signals do not stop the reactor, because this JDK does not report them; stop() it in a"
              + " shutdown hook, through callFromThread",
          e);
    }
    return signals;
  }

  /** Returns the status to end the process with, or zero if no signal has arrived. */
  int status() {
    return status;
  }

  /** Hears the signals no more. */
  @Override
  public void close() {
    restorations.forEach(Runnable::run);
  }

  private void install() throws ReflectiveOperationException {
    Class<?> type = Class.forName("sun.misc.Signal");
    Class<?> handler = Class.forName("sun.misc.SignalHandler");
    Method handle = type.getMethod("handle", type, handler);
    InvocationHandler heard = (proxy, method, arguments) -> heard(proxy, method, arguments);
    Object own = Proxy.newProxyInstance(handler.getClassLoader(), new Class<?>[] {handler}, heard);
    for (String name : NAMES) {
      Object signal = type.getConstructor(String.class).newInstance(name);
      Object before = handle.invoke(null, signal, own);
      restorations.add(() -> restore(handle, signal, before));
    }
  }

  @SuppressWarnings("ReferenceEquality") // the proxy has no other equality
  private Object heard(Object proxy, Method method, Object[] arguments)
      throws ReflectiveOperationException {
    return switch (method.getName()) {
      case "hashCode" -> System.identityHashCode(proxy);
      case "equals" -> proxy == arguments[0];
      case "toString" -> "the signals of a reactor";
      default -> {
        Object signal = arguments[0];
        arrived((int) signal.getClass().getMethod("getNumber").invoke(signal));
        yield "";
      }
    };
  }

  private void arrived(int number) {
    int ended = ENDED_BY_SIGNAL + number;
    if (status == 0) {
      status = ended;
      stop.run();
    } else if (number == SIGINT) {
      Runtime.getRuntime().halt(ended);
    }
  }

  private static void restore(Method handle, Object signal, Object before) {
    try {
      handle.invoke(null, signal, before);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("a handler was replaced and cannot be restored", e);
    }
  }
}
