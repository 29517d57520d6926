// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What takes errors out of Logback, if SLF4J logs there. */
final class LogbackCapture extends ReflectedAppender {
  private static final String CONTEXT = "ch.qos.logback.classic.LoggerContext";
  private static final String APPENDER = "ch.qos.logback.core.Appender";
  private static final String LEVEL = "ch.qos.logback.classic.Level";
  private static final String EVENT = "ch.qos.logback.classic.spi.ILoggingEvent";
  private static final int ERROR = 40_000;

  private final Object context;

  private LogbackCapture(LogCapture sink, Object context) throws ClassNotFoundException {
    super(sink, Class.forName(APPENDER));
    this.context = context;
  }

  static Optional<ReflectedAppender> find(LogCapture sink, Optional<Object> factory) {
    if (factory.isEmpty() || !factory.get().getClass().getName().equals(CONTEXT)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new LogbackCapture(sink, factory.get()));
    } catch (ReflectiveOperationException | LinkageError e) {
      return Optional.empty();
    }
  }

  @Override
  void attach() throws ReflectiveOperationException {
    onRoot("addAppender");
  }

  @Override
  void detach() throws ReflectiveOperationException {
    onRoot("detachAppender");
  }

  private void onRoot(String method) throws ReflectiveOperationException {
    Object root = context.getClass().getMethod("getLogger", String.class).invoke(context, "ROOT");
    root.getClass().getMethod(method, Class.forName(APPENDER)).invoke(root, appender());
  }

  @Override
  @Nullable Object thrownBy(Object event) throws ReflectiveOperationException {
    Object level = call(EVENT, "getLevel", event);
    Object thrown = call(EVENT, "getThrowableProxy", event);
    if (thrown == null || !(call(LEVEL, "toInt", level) instanceof Integer at) || at < ERROR) {
      return null;
    }
    return thrown.getClass().getMethod("getThrowable").invoke(thrown);
  }

  @Override
  @Nullable Object messageOf(Object event) throws ReflectiveOperationException {
    return call(EVENT, "getFormattedMessage", event);
  }
}
