package planted.publicclass.web.shared;

/** Does nothing wrong: what features share is public. */
public record Json(String text) {}
