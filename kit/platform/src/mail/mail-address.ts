/** Maximum length of a mail address, in characters (RFC 5321, section 4.5.3.1.3, without the angle brackets). */
export const MAIL_ADDRESS_LENGTH = 254;

/**
 * One mail address as providers give them out: no quotes, comments, lists or names. Whatever could be read as a second
 * address or a line of its own is none.
 */
export const MAIL_ADDRESS =
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}]{2,63}$/u;
