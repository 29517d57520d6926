// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty;

import dev.assay.deferred.Deferred;
import dev.assay.protocol.BindFailedException;
import dev.assay.reactor.SystemEvent;

/** A program that runs until it is told to end, for a test that tells it. */
final class SignalledProgram {
  private SignalledProgram() {}

  /** Says when it runs and when it is stopped; with an argument, its shutdown never ends. */
  public static void main(String[] args) throws BindFailedException {
    NettyReactor reactor = new NettyReactor();
    reactor.listenTcp(0, peer -> null);
    reactor.callWhenRunning(() -> System.out.println("runs"));
    reactor.addSystemEventTrigger(
        SystemEvent.Phase.BEFORE,
        SystemEvent.SHUTDOWN,
        () -> {
          System.out.println("stops");
          return args.length == 0 ? null : new Deferred<>();
        });
    reactor.addSystemEventTrigger(
        SystemEvent.Phase.AFTER,
        SystemEvent.SHUTDOWN,
        () -> {
          System.out.println("stopped");
          return null;
        });
    reactor.run();
    System.out.println("run has returned");
  }
}
