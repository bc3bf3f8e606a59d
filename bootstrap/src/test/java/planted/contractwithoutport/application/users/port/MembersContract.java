package planted.contractwithoutport.application.users.port;

/** Breaks: contracts have a port. There is no port called Members. */
abstract class MembersContract {}
