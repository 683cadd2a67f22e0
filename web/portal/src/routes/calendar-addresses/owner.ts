/** A unit or a committee whose calendar is read. */
export interface Owner {
  readonly id: string;
  readonly name: string;
  /** As the graph takes it. */
  readonly owner: { readonly organizationId: string } | { readonly committeeId: string };
}
