// SPDX-License-Identifier: Apache-2.0
package dev.assay.trial;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What takes errors out of Log4j 2, if its API logs to its core. */
final class Log4jCapture extends ReflectedAppender {
  private static final String LOG4J = "org.apache.logging.log4j.";
  private static final String CORE = LOG4J + "core.";
  private static final String CONTEXT = CORE + "LoggerContext";
  private static final String APPENDER = CORE + "Appender";
  private static final String ROOT = CORE + "config.LoggerConfig";
  private static final boolean PRESENT = isPresent(CONTEXT);

  /** Is held for as long as the trial runs: Log4j itself forgets a context that nobody uses. */
  private final Object context;

  private Log4jCapture(LogCapture sink, Object context) throws ClassNotFoundException {
    super(sink, Class.forName(APPENDER), Class.forName(CORE + "ErrorHandler"));
    this.context = context;
  }

  static Optional<ReflectedAppender> find(LogCapture sink) {
    if (!PRESENT) {
      return Optional.empty();
    }
    try {
      Object context =
          Class.forName(LOG4J + "LogManager")
              .getMethod("getContext", ClassLoader.class, boolean.class)
              .invoke(null, Log4jCapture.class.getClassLoader(), false);
      return Class.forName(CONTEXT).isInstance(context)
          ? Optional.of(new Log4jCapture(sink, context))
          : Optional.empty();
    } catch (ReflectiveOperationException | LinkageError e) {
      return Optional.empty();
    }
  }

  /** Lets through nothing below the level of errors. */
  @Override
  void attach() throws ReflectiveOperationException {
    Class<?> level = Class.forName(LOG4J + "Level");
    Class.forName(ROOT)
        .getMethod("addAppender", Class.forName(APPENDER), level, Class.forName(CORE + "Filter"))
        .invoke(root(), appender(), level.getField("ERROR").get(null), null);
  }

  @Override
  void detach() throws ReflectiveOperationException {
    Class.forName(ROOT).getMethod("removeAppender", String.class).invoke(root(), name());
  }

  private @Nullable Object root() throws ReflectiveOperationException {
    Object configuration = call(CONTEXT, "getConfiguration", context);
    return call(CORE + "config.Configuration", "getRootLogger", configuration);
  }

  @Override
  @Nullable Object thrownBy(Object event) throws ReflectiveOperationException {
    return call(CORE + "LogEvent", "getThrown", event);
  }

  @Override
  @Nullable Object messageOf(Object event) throws ReflectiveOperationException {
    Object message = call(CORE + "LogEvent", "getMessage", event);
    return call(LOG4J + "message.Message", "getFormattedMessage", message);
  }
}
