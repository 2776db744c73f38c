/** What the tests use of it: a page as a browser reads it. */
declare module 'jsdom' {
  interface ReadElement {
    localName: string;
    attributes: Iterable<{ name: string; value: string }>;
  }
  export class JSDOM {
    constructor(html: string);
    readonly window: {
      DOMParser: new () => {
        parseFromString(
          html: string,
          type: 'text/html',
        ): { querySelectorAll(selector: string): Iterable<ReadElement> };
      };
    };
  }
}
