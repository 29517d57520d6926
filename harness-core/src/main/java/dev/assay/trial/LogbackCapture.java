// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.jspecify.annotations.Nullable;

/**
 * What takes errors out of Logback, where that is present: an appender of its root logger. It is
 * made by reflection, so that nobody needs Logback who does not have it.
 */
final class LogbackCapture implements InvocationHandler {
  private static final String ROOT = "ROOT";
  private static final int ERROR = 40_000;
  private static final boolean PRESENT = isPresent();

  private final LogCapture sink;
  private final Class<?> type;
  private final Object root;
  private final Object appender;

  private LogbackCapture(LogCapture sink, Class<?> type, Object root) {
    this.sink = sink;
    this.type = type;
    this.root = root;
    this.appender = Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this);
  }

  /** Returns what takes errors out of Logback, or null if nobody logs there. */
  static @Nullable LogbackCapture find(LogCapture sink) {
    if (!PRESENT) {
      return null;
    }
    try {
      Object context =
          Class.forName("org.slf4j.LoggerFactory").getMethod("getILoggerFactory").invoke(null);
      if (!context.getClass().getName().equals("ch.qos.logback.classic.LoggerContext")) {
        return null;
      }
      Object root = context.getClass().getMethod("getLogger", String.class).invoke(context, ROOT);
      return new LogbackCapture(sink, Class.forName("ch.qos.logback.core.Appender"), root);
    } catch (ReflectiveOperationException | LinkageError e) {
      return null;
    }
  }

  private static boolean isPresent() {
    try {
      Class.forName("ch.qos.logback.classic.LoggerContext", false, sinkLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  private static @Nullable ClassLoader sinkLoader() {
    return LogbackCapture.class.getClassLoader();
  }

  void begin() {
    if (!Boolean.TRUE.equals(onRoot("isAttached"))) {
      onRoot("addAppender");
    }
  }

  void end() {
    onRoot("detachAppender");
  }

  private @Nullable Object onRoot(String method) {
    try {
      return root.getClass().getMethod(method, type).invoke(root, appender);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Logback has changed; please report this", e);
    }
  }

  /** Is the appender: all that Logback asks of one. */
  @Override
  @SuppressWarnings("ReferenceEquality") // no other appender is this one
  public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments)
      throws ReflectiveOperationException {
    return switch (method.getName()) {
      case "doAppend" -> arguments == null ? null : append(arguments[0]);
      case "isStarted" -> true;
      case "getName", "toString" -> "trial";
      case "equals" -> arguments != null && proxy == arguments[0];
      case "hashCode" -> ROOT.hashCode();
      default -> null;
    };
  }

  private @Nullable Object append(Object event) throws ReflectiveOperationException {
    Class<?> events = Class.forName("ch.qos.logback.classic.spi.ILoggingEvent");
    Object level = events.getMethod("getLevel").invoke(event);
    Object proxy = events.getMethod("getThrowableProxy").invoke(event);
    if (proxy == null || (int) level.getClass().getMethod("toInt").invoke(level) < ERROR) {
      return null;
    }
    Object thrown = proxy.getClass().getMethod("getThrowable").invoke(proxy);
    if (thrown instanceof Throwable error) {
      sink.take(String.valueOf(events.getMethod("getFormattedMessage").invoke(event)), error);
    }
    return null;
  }
}
