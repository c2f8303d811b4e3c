/** What the WHATWG URL standard gives every runtime this code lives in (Node, workers, windows). */
declare class URL {
  constructor(url: string);
  readonly protocol: string;
  readonly host: string;
  readonly pathname: string;
}
