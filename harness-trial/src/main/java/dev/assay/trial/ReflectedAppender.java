// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * What takes errors out of a logging system that is not the JDK's: an appender of its root logger.
 * It is made by reflection, so that nobody needs a logging system who does not have it.
 */
abstract class ReflectedAppender implements InvocationHandler {
  private final LogCapture sink;
  private final String name;
  private final Object appender;

  /**
   * Makes an appender.
   *
   * @param types what the logging system asks of one
   */
  ReflectedAppender(LogCapture sink, Class<?>... types) {
    this.sink = sink;
    this.name =
        "trial on thread "
            + Thread.currentThread().getId()
            + ", "
            + Integer.toHexString(System.identityHashCode(this));
    this.appender = Proxy.newProxyInstance(types[0].getClassLoader(), types, this);
  }

  static boolean isPresent(String type) {
    try {
      Class.forName(type, false, ReflectedAppender.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  /** Calls a method without parameters that a public type declares. */
  static @Nullable Object call(String type, String method, @Nullable Object target)
      throws ReflectiveOperationException {
    return Class.forName(type).getMethod(method).invoke(target);
  }

  /** Begins, or begins again if somebody has reset the configuration. */
  final void begin() {
    try {
      attach();
    } catch (ReflectiveOperationException e) {
      throw changed(e);
    }
  }

  final void end() {
    try {
      detach();
    } catch (ReflectiveOperationException e) {
      throw changed(e);
    }
  }

  private static LinkageError changed(ReflectiveOperationException e) {
    return new LinkageError("the logging system has changed; please report this", e);
  }

  /** Adds the appender to the root logger; does nothing if it is there. */
  abstract void attach() throws ReflectiveOperationException;

  abstract void detach() throws ReflectiveOperationException;

  /** Returns the exception of an event, or null if it has none or is not at the level of errors. */
  abstract @Nullable Object thrownBy(Object event) throws ReflectiveOperationException;

  abstract @Nullable Object messageOf(Object event) throws ReflectiveOperationException;

  /** Returns what tells this from others that are in use: Log4j goes by the name alone. */
  final String name() {
    return name;
  }

  final Object appender() {
    return appender;
  }

  /** Is the appender, and what it tells of its own errors. */
  @Override
  @SuppressWarnings("ReferenceEquality") // no other appender is this one
  public final @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
    return switch (method.getName()) {
      case "append", "doAppend" -> arguments == null ? null : append(arguments[0]);
      case "isStarted", "ignoreExceptions" -> true;
      case "isStopped" -> false;
      case "getHandler" -> proxy;
      case "getName", "toString" -> name;
      case "equals" -> arguments != null && proxy == arguments[0];
      case "hashCode" -> name.hashCode();
      default -> null;
    };
  }

  private @Nullable Object append(Object event) {
    if (!sink.isOfAnother() && errorOf(event) instanceof Throwable error) {
      sink.take(() -> textOf(event), error);
    }
    return null;
  }

  /** An event that cannot be read may be an error: it counts as one. */
  private @Nullable Object errorOf(Object event) {
    try {
      return thrownBy(event);
    } catch (ReflectiveOperationException e) {
      return changed(e);
    }
  }

  /** The message may be users' code. */
  private String textOf(Object event) {
    try {
      return String.valueOf(messageOf(event));
    } catch (ReflectiveOperationException e) {
      return "a message that cannot be told";
    }
  }
}
