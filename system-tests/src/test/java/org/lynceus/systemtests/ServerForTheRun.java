package org.lynceus.systemtests;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * Starts the product before the integration tests of a run and stops it after them, however they
 * end. Active only where the build says so, not for the tests that need no server.
 */
public class ServerForTheRun implements LauncherSessionListener {
  private Thread stopAtExit;

  @Override
  public void launcherSessionOpened(LauncherSession session) {
    if (Boolean.getBoolean("lynceus.server")) {
      stopAtExit = new Thread(LynceusServer::stop);
      Runtime.getRuntime().addShutdownHook(stopAtExit);
      LynceusServer.start();
      SecondServer.prepare();
    }
  }

  @Override
  public void launcherSessionClosed(LauncherSession session) {
    if (stopAtExit != null) {
      Runtime.getRuntime().removeShutdownHook(stopAtExit);
      LynceusServer.stop();
    }
  }
}
