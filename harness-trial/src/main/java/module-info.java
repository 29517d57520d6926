// SPDX-License-Identifier: Apache-2.0
/** Tests that also fail by what they leave behind. */
@SuppressWarnings("module") // the modules it is exported to are compiled later
module dev.assay.trial {
  requires transitive dev.assay.core;
  requires java.logging;
  requires java.management;
  requires static ch.qos.logback.classic;
  requires static ch.qos.logback.core;
  requires static org.apache.logging.log4j;
  requires static org.apache.logging.log4j.core;
  requires static org.slf4j;

  exports dev.assay.trial;
  exports dev.assay.trial.error to
      dev.assay.jqwik,
      dev.assay.junit;
  exports dev.assay.trial.run to
      dev.assay.jqwik,
      dev.assay.junit;
  exports dev.assay.trial.thread to
      dev.assay.junit;

  uses dev.assay.trial.TrialRunner;

  provides dev.assay.trial.TrialRunner with
      dev.assay.trial.run.PlainRunner;
}
