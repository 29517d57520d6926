// SPDX-License-Identifier: Apache-2.0
/** The rules of the house, each with a planted violation that shows it bite. */
@NullMarked
package dev.assay.verification.house;

import org.jspecify.annotations.NullMarked;
