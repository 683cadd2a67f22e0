/** What is wrong with a plan: a field that it does not bring, or may not ask for so. */
export class PlanFault extends Error {
  /** `Type.field` */
  readonly coordinate: string;

  /** @param reason what the plan does wrong, as a sentence without its subject. */
  constructor(coordinate: string, reason: string) {
    super(`${coordinate} ${reason}`);
    this.coordinate = coordinate;
  }
}
