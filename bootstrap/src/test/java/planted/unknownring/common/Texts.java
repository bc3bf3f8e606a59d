package planted.unknownring.common;

/** Breaks: every class has its place. There is no such ring. */
record Texts(String text) {}
