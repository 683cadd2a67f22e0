/**
 * What keeps a program of the hub from starting, in words for the person who starts it: the value, the
 * rule and the way out. It is printed as it is, without a stack, and never holds a password.
 */
export class StartError extends Error {
  override readonly name: string = "StartError";
}
