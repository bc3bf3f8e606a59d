package dev.portico.web.shared;

/** Every kind of refusal there is, each described on the page that its {@code type} resolves to. */
public enum ProblemType {
  MALFORMED_REQUEST(
      400,
      "Malformed request",
      "The request cannot be read: its JSON or form is broken, not UTF-8, holds a NUL character or"
          + " names a member twice, or its path, a header or a cursor is not of the right form."),
  AMBIGUOUS_CREDENTIALS(
      400,
      "Ambiguous credentials",
      "The request shows more than one credential where one is allowed (RFC 6750, section 2)."),
  ALREADY_REGISTERED(
      400, "Already registered", "The name or the address belongs to another account."),
  INACTIVE_USER(
      400, "Inactive user", "The account is deactivated. Only an administrator can change that."),
  INVALID_CODE(
      400,
      "Invalid code",
      "The code from the mail is good for nothing (any more): ask for another one."),
  WRONG_PASSWORD(400, "Wrong password", "The present password is another; nothing was changed."),
  INVALID_GRANT(
      400,
      "Invalid grant",
      "The refresh token is good for nothing (any more): sign in again (RFC 6749, section 5.2)."),
  INVALID_SCOPE(
      400,
      "Invalid scope",
      "The scope asks for more than was granted (RFC 6749, section 6): account is all there is."),
  UNSUPPORTED_GRANT_TYPE(
      400,
      "Unsupported grant type",
      "The token endpoint does not know this grant_type (RFC 6749, section 5.2)."),
  ADDRESS_REFUSED(
      400,
      "Address refused",
      "No webhook may lead there: it takes https, a public name and port 443 or 8443. The errors"
          + " list says what is wrong."),
  NOT_AUTHENTICATED(
      401, "Not authenticated", "The route needs an access token, and the request shows none."),
  INVALID_TOKEN(
      401,
      "Invalid token",
      "The access token is expired, damaged, not ours, or of a user who is gone. Sign in again."),
  WRONG_CREDENTIALS(401, "Wrong credentials", "Nobody of that name has that password."),
  PAYMENT_DECLINED(
      402,
      "Payment declined",
      "The payment gateway refused the charge, and no money was taken. The detail says why. A new"
          + " attempt needs another Idempotency-Key."),
  FORBIDDEN(403, "Forbidden", "The request is understood and will not be carried out."),
  CROSS_SITE(
      403,
      "Cross-site request",
      "A browser sent the request on behalf of another site. Cookies count on our own pages only."),
  PASSWORD_NEEDED(
      403,
      "Password needed",
      "To be signed in is not enough for this: the present password has to come with the request,"
          + " and the detail says as what."),
  NOT_FOUND(404, "Not found", "There is nothing at this address, or nothing for you."),
  METHOD_NOT_ALLOWED(
      405, "Method not allowed", "The address exists; its Allow header names what it answers to."),
  NOT_ACCEPTABLE(
      406, "Not acceptable", "The route answers with JSON, and the Accept header rules that out."),
  STILL_RUNNING(
      409,
      "Request still running",
      "The first request under this Idempotency-Key has not ended yet. Send it again in a moment."),
  ADMINISTRATOR_NEEDED(
      409,
      "Administrator needed",
      "The change would leave the service without an active administrator, or end the rights of"
          + " the one who asks for it: another administrator has to do that."),
  REFUND_REFUSED(
      409,
      "Refund refused",
      "The payment did not succeed, or less of it is left than is to be given back. The detail says"
          + " which; nothing was changed."),
  REFUND_DECLINED(
      409,
      "Refund declined",
      "The payment gateway refused the refund, and no money was given back. The detail says why. A"
          + " new attempt needs another Idempotency-Key."),
  PRECONDITION_FAILED(
      412,
      "Precondition failed",
      "The thing is not what If-Match names any more: somebody changed it meanwhile. Nothing was"
          + " changed now; look at it again and decide anew."),
  TOO_MANY_WEBHOOKS(
      409, "Too many webhooks", "A user may have so many webhooks and no more: remove one first."),
  WEBHOOK_DISABLED(
      409, "Webhook disabled", "Nothing is sent to the webhook until its owner enables it."),
  TOO_LARGE(413, "Content too large", "A request body may have at most 1 MiB."),
  UNSUPPORTED_MEDIA_TYPE(
      415,
      "Unsupported media type",
      "The route reads another Content-Type, or no Content-Encoding."),
  INVALID_INPUT(
      422,
      "Invalid input",
      "The request can be read, but some of its values break their rules. Its errors list names"
          + " every one of them by JSON Pointer (RFC 6901)."),
  KEY_REUSED(
      422,
      "Idempotency key reused",
      "The Idempotency-Key was used within the last 24 hours for a request with another body."),
  UPGRADE_REQUIRED(
      426,
      "Upgrade required",
      "The address is that of a WebSocket: it answers to an opening handshake of version 13"
          + " (RFC 6455, section 4) and to nothing else."),
  PRECONDITION_REQUIRED(
      428,
      "Precondition required",
      "The change has to say what it was thought up for: If-Match with the ETag that the thing was"
          + " answered with, or * for whatever it is now (RFC 6585, section 3)."),
  TOO_MANY_REQUESTS(
      429,
      "Too many requests",
      "This was asked for too often. Retry-After says when to try again."),
  INTERNAL_ERROR(
      500, "Internal error", "A mistake of ours. The request_id leads us to what happened."),
  UNAVAILABLE(
      503,
      "Temporarily unavailable",
      "Something the service needs does not answer or has no room left. Retry-After says when to"
          + " try again; nothing was changed.");

  private final int status;
  private final String title;
  private final String explanation;

  ProblemType(int status, String title, String explanation) {
    this.status = status;
    this.title = title;
    this.explanation = explanation;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }

  String explanation() {
    return explanation;
  }

  /** Its name in the {@code type} URI. */
  String slug() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
