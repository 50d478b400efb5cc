package org.lynceus.protocols.onvif;

/** Namespaces of the ONVIF services; the action of an operation is its namespace and its name. */
public final class Namespaces {
  public static final String DEVICE = "http://www.onvif.org/ver10/device/wsdl";
  public static final String MEDIA = "http://www.onvif.org/ver10/media/wsdl";
  public static final String MEDIA2 = "http://www.onvif.org/ver20/media/wsdl";
  public static final String PTZ = "http://www.onvif.org/ver20/ptz/wsdl";
  public static final String IMAGING = "http://www.onvif.org/ver20/imaging/wsdl";
  public static final String EVENTS = "http://www.onvif.org/ver10/events/wsdl";
  public static final String DEVICE_IO = "http://www.onvif.org/ver10/deviceIO/wsdl";
  public static final String SCHEMA = "http://www.onvif.org/ver10/schema";

  private Namespaces() {}
}
