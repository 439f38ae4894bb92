/** A link that says where it goes. */
export interface Link {
  readonly href: string;
  readonly label: string;
}
