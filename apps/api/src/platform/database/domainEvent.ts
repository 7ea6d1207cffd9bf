/** Something that happened to a record, in the past tense: `customer.updated`. */
export interface DomainEvent {
  name: string;
  id: string;
  /** The record that it belongs to, or the record itself where others belong to it; null for none. */
  parentId: string | null;
}
