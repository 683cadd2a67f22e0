/** A record that another unit has taken over. */
export interface HandedOver {
  /** The unit that had it before. */
  readonly previousId: string;
}
