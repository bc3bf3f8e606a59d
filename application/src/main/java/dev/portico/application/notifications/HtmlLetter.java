package dev.portico.application.notifications;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A letter in HTML that asks for nothing from elsewhere: no image, no style sheet, no script. But
 * for the button it names no colours, so that a dark screen stays dark.
 */
final class HtmlLetter {

  private static final String HEAD =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\
      """;
  private static final String BODY =
      """
      </title>
      </head>
      <body style="margin:0;padding:24px;font-family:sans-serif;font-size:16px;line-height:1.5">
      <div role="article" lang="en" style="max-width:36em;margin:0 auto">
      """;
  private static final String END =
      """
      </div>
      </body>
      </html>
      """;
  private static final String BUTTON_STYLE =
      "display:inline-block;padding:12px 20px;border-radius:6px;"
          + "background-color:#1d4ed8;color:#ffffff;font-weight:bold;text-decoration:none";

  private HtmlLetter() {}

  static String of(String greeting, Wording wording) {
    return HEAD
        + escaped(wording.subject())
        + BODY
        + paragraphs(greeting)
        + paragraphs(wording.before())
        + wording.button().map(HtmlLetter::button).orElse("")
        + paragraphs(wording.after())
        + END;
  }

  private static String paragraphs(String text) {
    return Arrays.stream(text.split("\n\n", -1))
        .map(String::strip)
        .filter(paragraph -> !paragraph.isEmpty())
        .map(paragraph -> "<p>" + escaped(paragraph) + "</p>\n")
        .collect(Collectors.joining());
  }

  /** The address once more in plain sight, for whoever wants to see where the button leads. */
  private static String button(Wording.Button button) {
    var url = escaped(button.link().url());
    return """
    <p><a href="%s" style="%s">%s</a></p>
    <p>Or open this address:<br>
    <a href="%s" style="word-break:break-all">%s</a></p>
    """
        .formatted(url, BUTTON_STYLE, escaped(button.label()), url, url);
  }

  /** As text or as the value of an attribute in quotes, it stays what it is. */
  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
        .replace("`", "&#96;");
  }
}
