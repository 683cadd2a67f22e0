/**
 * What a subscription gets once it has caught up with its log: no event, only the position up to which it has
 * everything. After that it gets new events.
 */
export class Opening {
  readonly position: string;

  constructor(position: string) {
    this.position = position;
  }
}
