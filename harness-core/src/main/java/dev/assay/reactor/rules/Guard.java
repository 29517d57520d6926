// SPDX-License-Identifier: Apache-2.0
package dev.assay.reactor.rules;

import dev.assay.ledger.Errors;
import dev.assay.protocol.Protocol;
import dev.assay.protocol.ProtocolFactory;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * A guard around user code that has no caller to throw to: its exceptions are logged.
 *
 * @since 0.1
 */
public final class Guard {
  private Guard() {}

  /** Runs user code; the log names the code if it throws. */
  public static void run(String what, Runnable code) {
    try {
      code.run();
    } catch (Throwable error) {
      Errors.log(what, error);
    }
  }

  /**
   * Runs user code; the log names its role and its owner, such as {@code protocol of server
   * 127.0.0.1:80}, if it throws.
   */
  public static void run(String role, Object owner, Runnable code) {
    try {
      code.run();
    } catch (Throwable error) {
      log(role, owner, error);
    }
  }

  /**
   * Returns the protocol that a factory builds for an owner, or null if it builds none or throws.
   */
  static @Nullable Protocol protocol(ProtocolFactory factory, SocketAddress peer, Object owner) {
    try {
      return factory.buildProtocol(peer);
    } catch (Throwable error) {
      log("factory", owner, error);
      return null;
    }
  }

  private static void log(String role, Object owner, Throwable error) {
    Errors.log(role + " of " + owner, error);
  }
}
