/**
 * What a subscription is told once it has caught up with its log: nothing has happened, and everything up
 * to here has been told. From now on it is told what happens.
 */
export class Opening {
  readonly position: string;

  constructor(position: string) {
    this.position = position;
  }
}
