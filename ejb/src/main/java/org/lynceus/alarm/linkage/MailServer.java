package org.lynceus.alarm.linkage;

import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** The mail server of the settings {@code LYNCEUS_MAIL_*}. */
@ApplicationScoped
class MailServer {
  private static final Logger LOG = System.getLogger(MailServer.class.getName());
  private static final String PATIENCE_MS = "15000";
  private static final String UTF_8 = StandardCharsets.UTF_8.name();

  /** A mail. A picture is JPEG. */
  record Mail(
      String id, List<String> to, String subject, String text, List<byte[]> pictures, Date date) {}

  /** Over what a mail goes to its server. */
  enum Security {
    NONE,
    /** Begins in the clear and refuses to go on so. */
    STARTTLS,
    TLS
  }

  @Inject
  @ConfigProperty(name = "lynceus.mail.host")
  private Optional<String> host;

  @Inject
  @ConfigProperty(name = "lynceus.mail.port", defaultValue = "587")
  private int port;

  @Inject
  @ConfigProperty(name = "lynceus.mail.security", defaultValue = "STARTTLS")
  private Security security;

  @Inject
  @ConfigProperty(name = "lynceus.mail.from", defaultValue = "lynceus@localhost")
  private String from;

  @Inject
  @ConfigProperty(name = "lynceus.mail.user")
  private Optional<String> user;

  @Inject
  @ConfigProperty(name = "lynceus.mail.password")
  private Optional<String> password;

  /** Whether there is one. */
  boolean known() {
    return host.isPresent();
  }

  /**
   * Hands a mail over. What the server surely has not got may be tried again; when it went before
   * it answered, nobody knows.
   */
  ActionOutcome send(Mail mail) {
    Session session = Session.getInstance(properties(), authenticator());
    Message message;
    Transport transport;
    try {
      message = message(session, mail);
      transport = session.getTransport();
    } catch (MessagingException e) {
      return ActionOutcome.failed("mail-refused", "It cannot be made a mail: " + words(e));
    }
    try {
      transport.connect();
    } catch (AuthenticationFailedException e) {
      return refused(e);
    } catch (MessagingException e) {
      return ActionOutcome.again("mail-away", "The mail server cannot be reached: " + words(e));
    }
    try {
      return handOver(transport, message);
    } finally {
      close(transport);
    }
  }

  private static ActionOutcome handOver(Transport transport, Message message) {
    try {
      transport.sendMessage(message, message.getAllRecipients());
      return ActionOutcome.done();
    } catch (SendFailedException e) {
      return answered(e) ? refused(e) : unknown(e);
    } catch (MessagingException e) {
      return unknown(e);
    }
  }

  /** Whether the server said no: its answers begin with a number (RFC 5321, 4.2). */
  private static boolean answered(SendFailedException failure) {
    for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
      if (String.valueOf(at.getMessage()).matches("(?s)[45]\\d\\d.*")) {
        return true;
      }
    }
    return false;
  }

  private static ActionOutcome refused(MessagingException failure) {
    return ActionOutcome.again("mail-refused", "The mail server refused it: " + words(failure));
  }

  private static ActionOutcome unknown(MessagingException failure) {
    return ActionOutcome.failed(
        "mail-unknown", "It is not known whether the mail server took it: " + words(failure));
  }

  /** How the connection ends changes nothing about the mail. */
  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      LOG.log(Level.DEBUG, "The mail server went without a goodbye", e);
    }
  }

  private static String words(MessagingException failure) {
    return String.valueOf(failure.getMessage()).replaceAll("\\s+", " ").strip();
  }

  private Message message(Session session, Mail mail) throws MessagingException {
    MimeMessage message = new NamedMessage(session, mail.id());
    message.setFrom(new InternetAddress(from));
    message.setSentDate(mail.date());
    for (String address : mail.to()) {
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(address));
    }
    message.setSubject(mail.subject().replaceAll("[\\r\\n]+", " "), UTF_8);
    MimeMultipart parts = new MimeMultipart();
    MimeBodyPart text = new MimeBodyPart();
    text.setText(mail.text(), UTF_8);
    parts.addBodyPart(text);
    for (int i = 0; i < mail.pictures().size(); i++) {
      MimeBodyPart picture = new MimeBodyPart();
      picture.setDataHandler(
          new DataHandler(new ByteArrayDataSource(mail.pictures().get(i), "image/jpeg")));
      picture.setFileName("picture-" + (i + 1) + ".jpg");
      parts.addBodyPart(picture);
    }
    message.setContent(parts);
    message.saveChanges();
    return message;
  }

  private Properties properties() {
    String protocol = "mail.smtp.";
    Properties properties = new Properties();
    properties.setProperty("mail.transport.protocol", "smtp");
    properties.setProperty(protocol + "host", host.orElseThrow());
    properties.setProperty(protocol + "port", Integer.toString(port));
    properties.setProperty(protocol + "connectiontimeout", PATIENCE_MS);
    properties.setProperty(protocol + "timeout", PATIENCE_MS);
    properties.setProperty(protocol + "writetimeout", PATIENCE_MS);
    properties.setProperty(protocol + "auth", Boolean.toString(user.isPresent()));
    if (security == Security.TLS) {
      properties.setProperty(protocol + "ssl.enable", "true");
    } else if (security == Security.STARTTLS) {
      properties.setProperty(protocol + "starttls.required", "true");
    }
    if (security != Security.NONE) {
      properties.setProperty(protocol + "ssl.checkserveridentity", "true");
    }
    return properties;
  }

  private Authenticator authenticator() {
    return new Authenticator() {
      @Override
      protected PasswordAuthentication getPasswordAuthentication() {
        return new PasswordAuthentication(user.orElse(""), password.orElse(""));
      }
    };
  }

  /** A message whose id is the center's: who gets it twice can tell. */
  private static final class NamedMessage extends MimeMessage {
    private final String id;

    NamedMessage(Session session, String id) {
      super(session);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", "<" + id + "@lynceus>");
    }
  }
}
