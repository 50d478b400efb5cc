package org.lynceus.alarm.linkage;

import jakarta.activation.DataHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The mail server of the settings {@code LYNCEUS_MAIL_*}. */
@ApplicationScoped
class MailServer {
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

  /** Hands a mail over; after that the server has it. */
  void send(Mail mail) throws MessagingException {
    Session session = Session.getInstance(properties(), authenticator());
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
    Transport.send(message);
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
