// SPDX-License-Identifier: Apache-2.0
/** The command {@code trial}. */
module dev.assay.cli {
  requires dev.assay.junit;
  requires java.logging;
  requires org.junit.platform.launcher;

  exports dev.assay.cli;
}
