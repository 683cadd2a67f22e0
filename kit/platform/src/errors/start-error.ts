/**
 * Why a program of the hub cannot start, in words for the person who starts it: the value, the rule and the way
 * out. It is printed as it is, without a stack, and never contains a password.
 */
export class StartError extends Error {
  override readonly name: string = "StartError";
}
