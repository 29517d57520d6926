// SPDX-License-Identifier: Apache-2.0
/** Deferreds, time and the network, as interfaces for the code of programs. */
@SuppressWarnings("module") // the modules it is exported to are compiled later
module dev.assay.core {
  requires static transitive org.jspecify;

  exports dev.assay.call to
      dev.assay.fake,
      dev.assay.netty;
  exports dev.assay.deferred;
  exports dev.assay.endpoint;
  exports dev.assay.ledger to
      dev.assay.cli,
      dev.assay.contract,
      dev.assay.fake,
      dev.assay.jqwik,
      dev.assay.junit,
      dev.assay.netty,
      dev.assay.trial;
  exports dev.assay.pending;
  exports dev.assay.policy;
  exports dev.assay.process;
  exports dev.assay.protocol;
  exports dev.assay.protocol.framing;
  exports dev.assay.reactor;
  exports dev.assay.reactor.rules to
      dev.assay.fake,
      dev.assay.netty;
  exports dev.assay.stack to
      dev.assay.cli,
      dev.assay.fake,
      dev.assay.junit,
      dev.assay.netty,
      dev.assay.trial;
  exports dev.assay.task;
  exports dev.assay.time;
  exports dev.assay.tls;
}
