/** What stands in the way of a process and has to be mended by a person; the message says so with the cure. */
export class CannotBegin extends Error {
  constructor(why: string) {
    super(`This process can not begin: ${why}.`);
  }
}
