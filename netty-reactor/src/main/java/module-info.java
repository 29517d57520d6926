// SPDX-License-Identifier: Apache-2.0
/** The reactor for production, on Netty. */
module dev.assay.netty {
  requires transitive dev.assay.core;
  requires io.netty.buffer;
  requires io.netty.codec;
  requires io.netty.common;
  requires io.netty.handler;
  requires io.netty.transport;

  exports dev.assay.netty;
}
