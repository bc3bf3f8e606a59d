package dev.portico.domain.access;

/** What a {@link OneTimeCode} is good for, and nothing else. */
public enum CodePurpose {
  /** Choosing another password without the present one. */
  RESET_PASSWORD,
  /** Showing that the account's address is the user's own. */
  VERIFY_EMAIL,
  /** Putting another address in the place of the account's. */
  CHANGE_EMAIL,
  /** Agreeing to be sent news; nobody needs an account for that. */
  CONFIRM_SUBSCRIPTION
}
