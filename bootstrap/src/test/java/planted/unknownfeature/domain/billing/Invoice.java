package planted.unknownfeature.domain.billing;

/** Breaks: every class has its place. There is no such feature. */
record Invoice(String number) {}
