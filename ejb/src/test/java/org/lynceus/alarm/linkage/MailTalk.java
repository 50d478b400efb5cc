package org.lynceus.alarm.linkage;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * A mail server that says what a test wants. What it says is looked up by the beginning of what it
 * heard: "" is its greeting, "." the end of a mail; an empty answer: it goes without a word.
 */
final class MailTalk implements AutoCloseable {
  private static final Map<String, String> POLITE =
      Map.of("", "220 ready", "DATA", "354 go on", "QUIT", "221 bye");
  private final ServerSocket socket;
  private final Map<String, String> answers;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  MailTalk(Map<String, String> answers) throws IOException {
    this.answers = answers;
    socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve, "mail-talk");
    thread.setDaemon(true);
    thread.start();
  }

  int port() {
    return socket.getLocalPort();
  }

  /** The commands it heard. */
  List<String> heard() {
    return List.copyOf(heard);
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket client = socket.accept()) {
        talk(client);
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void talk(Socket client) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
    boolean mail = false;
    String line = "";
    do {
      mail = mail && !line.equals(".");
      if (!mail) {
        String answer = answer(line);
        if (answer.isEmpty()) {
          return;
        }
        client.getOutputStream().write((answer + "\r\n").getBytes(StandardCharsets.UTF_8));
        mail = answer.startsWith("354");
      }
      line = in.readLine();
      if (line != null && (!mail || line.equals("."))) {
        heard.add(line);
      }
    } while (line != null);
  }

  private String answer(String line) {
    String command = line.replaceFirst("[ :].*", "");
    return answers.getOrDefault(command, POLITE.getOrDefault(command, "250 fine"));
  }

  /** Whether a command that begins so was heard. */
  boolean was(String command) {
    return heard.stream().anyMatch(Pattern.compile("^" + command).asPredicate());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
