package dev.portico.application.notifications;

import dev.portico.domain.shared.PublicUrl;
import java.time.Duration;
import java.util.regex.Pattern;

/**
 * Where a mail leads: a page of ours, and behind the hash sign the code that the page shows once
 * somebody presses its button. So the code stands in no server's log, no referrer and no request of
 * a program that follows links to look what is there.
 *
 * @param goodFor how long the code is, from when the mail is written
 */
record MailLink(String url, Duration goodFor) {

  /** What a fragment holds as it is, and HTML too. */
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._~-]{1,512}");

  static MailLink verifyEmail(PublicUrl publicUrl, String code, Duration goodFor) {
    return new MailLink(publicUrl.at("/verify-email#token=" + checked(code)), goodFor);
  }

  static MailLink resetPassword(PublicUrl publicUrl, String code, Duration goodFor) {
    return new MailLink(publicUrl.at("/reset-password#token=" + checked(code)), goodFor);
  }

  static MailLink confirmSubscription(PublicUrl publicUrl, String code, Duration goodFor) {
    return new MailLink(publicUrl.at("/confirm-subscription#token=" + checked(code)), goodFor);
  }

  private static String checked(String code) {
    if (!CODE.matcher(code).matches()) {
      throw new IllegalArgumentException("not a code that a link can hold");
    }
    return code;
  }

  /** Never the code: it may end up in a log. */
  @Override
  public String toString() {
    return "MailLink[hidden]";
  }
}
