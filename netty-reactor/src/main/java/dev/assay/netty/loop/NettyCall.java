// SPDX-License-Identifier: Apache-2.0
package dev.assay.netty.loop;

import dev.assay.call.ArmedCall;

/** A call armed in real time. */
final class NettyCall extends ArmedCall<NettyCall> {
  private final boolean own;

  /**
   * Creates a call that is in no queue yet.
   *
   * @param own whether this is a call of the reactor's own, which users do not see
   */
  NettyCall(Calls calls, Runnable action, boolean own) {
    super(calls, action);
    this.own = own;
  }

  boolean isOwn() {
    return own;
  }

  @Override
  protected NettyCall self() {
    return this;
  }
}
