/**
 * ONVIF over SOAP 1.2: the client's side, without generated code. Messages are read by local names
 * and leniently, because devices differ from the schemas; what is sent is what the ONVIF
 * specifications (Core, Media, Media2, PTZ) define.
 */
@org.jspecify.annotations.NullMarked
package org.lynceus.protocols.onvif;
