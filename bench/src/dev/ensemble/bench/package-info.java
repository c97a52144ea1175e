/** How fast the product is beside a bare engine: measured side by side, in one run. */
package dev.ensemble.bench;
