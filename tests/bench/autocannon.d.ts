/** The part of autocannon that we use; it comes without types. */
declare module 'autocannon' {
  interface Options {
    readonly url: string;
    readonly connections: number;
    /** Requests in all. */
    readonly amount: number;
    readonly headers: Readonly<Record<string, string>>;
  }
  interface Result {
    readonly requests: { readonly total: number };
    readonly errors: number;
    readonly non2xx: number;
  }
  export default function autocannon(options: Options): Promise<Result>;
}
