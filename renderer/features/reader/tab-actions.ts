/** What can be done with the tabs, each named by its place. */
export interface TabActions {
  readonly show: (at: number) => void;
  readonly close: (at: number) => void;
  readonly closeOthers: (at: number) => void;
  readonly reopen: () => void;
}
