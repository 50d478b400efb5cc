package org.lynceus.device.head;

import java.time.Duration;
import java.util.List;
import org.lynceus.device.OnvifConnections;
import org.lynceus.device.PtzTarget;
import org.lynceus.protocols.onvif.OnvifException;
import org.lynceus.protocols.onvif.PtzCommands;
import org.lynceus.protocols.onvif.PtzPreset;

/** The head of an ONVIF camera, over its kept connection. */
final class OnvifHead implements CameraHead {
  private final OnvifConnections connections;
  private final PtzTarget target;

  OnvifHead(OnvifConnections connections, PtzTarget target) {
    this.connections = connections;
    this.target = target;
  }

  /** An order without an answer. */
  @FunctionalInterface
  private interface Order {
    void to(PtzCommands head) throws OnvifException;
  }

  private void tell(Order order) {
    connections.ptz(
        target,
        head -> {
          order.to(head);
          return true;
        });
  }

  @Override
  public void move(double pan, double tilt, double zoom, Duration time) {
    tell(head -> head.move(pan, tilt, zoom, time));
  }

  @Override
  public void stop() {
    tell(PtzCommands::stop);
  }

  @Override
  public void turn(double pan, double tilt, double zoom) {
    tell(head -> head.turn(pan, tilt, zoom));
  }

  @Override
  public void go(double pan, double tilt, double zoom) {
    tell(head -> head.go(pan, tilt, zoom));
  }

  @Override
  public void home() {
    tell(PtzCommands::home);
  }

  @Override
  public List<PtzPreset> presets() {
    return connections.ptz(target, PtzCommands::presets);
  }

  @Override
  public void goTo(String preset) {
    tell(head -> head.goTo(preset));
  }

  @Override
  public String keep(String name) {
    return connections.ptz(target, head -> head.keep(name));
  }

  @Override
  public void forget(String preset) {
    tell(head -> head.forget(preset));
  }
}
