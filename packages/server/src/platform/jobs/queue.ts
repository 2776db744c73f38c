/** One kind of work: its name, and the shape of what a job of it carries. Never a token, a code or a password. */
export interface Queue<Data extends object> {
  name: string;
  /** Only says that something waits, which stands elsewhere: those that are taken together are done by one run. */
  isSignal?: true;
  /**
   * Carries what people typed: nothing of a job stays once it is done, or once it can't be done. Of others what is done
   * stays for an hour, and what failed for good until the operator has decided.
   */
  deletesWhenDone?: true;
  /** Its jobs wait for somebody else, who may take long: many at once, and none behind another. */
  isHighConcurrency?: true;
  /** Only for the type. */
  data?: Data;
}

export interface JobHandler {
  queue: Queue<object>;
  /** Throw to have it tried again later. */
  handle(data: object, job: { id: string; firstTry: boolean }): Promise<void>;
  /** Of a job that carries what people typed: how old it may become before it is dropped. */
  lifeMs?: number;
  /** A failure that no other try can mend ends the job. */
  isHopeless?: (error: unknown) => boolean;
  /** Run by itself at these times (cron, UTC), once for all workers together. */
  cron?: string;
}
