/**
 * SHA-256 of many files side by side: a processor without instructions for SHA calculates one file
 * in one vector lane faster than one file after the other.
 */
@org.jspecify.annotations.NullMarked
package org.lynceus.media.digest;
