/** XML from devices: bounded, without document types, read without a schema. */
@org.jspecify.annotations.NullMarked
package org.lynceus.protocols.xml;
