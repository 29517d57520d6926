// SPDX-License-Identifier: Apache-2.0
package dev.assay.contract;

/** Code of a check, which may throw anything. */
@FunctionalInterface
interface Code {
  void run() throws Exception;
}
