/** The organisation's own settings. */
export interface Organisation {
  timeZone: string;
  currency: string;
}
