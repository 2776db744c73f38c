import { EnvFault } from './env.ts';
import { DataDirLocked } from './platform/database/lock-data-dir.ts';
import { CannotBegin } from './platform/cannot-begin.ts';
import { whyNoDatabase } from './platform/database/why-no-database.ts';

interface Stoppable {
  stop(): Promise<void>;
}

/** Starts, and stops on signals, finishing what was begun. Faults that a person can mend are told without a stack. */
export async function runProcess(start: () => Promise<Stoppable>): Promise<void> {
  try {
    const running = await start();
    let stopping = false;
    const stop = () => {
      if (stopping) return;
      stopping = true;
      void running.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    };
    process.on('SIGTERM', stop);
    process.on('SIGINT', stop);
  } catch (error) {
    process.stderr.write(`${wordsOf(error)}\n`);
    process.exit(1);
  }
}

/** A fault that nobody foresaw is told by where it arose, without what else it carries: that may be an address. */
function wordsOf(error: unknown): string {
  if (!(error instanceof Error)) return 'Something that is no error ended this.';
  if ([EnvFault, DataDirLocked, CannotBegin].some((kind) => error instanceof kind)) return error.message;
  if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return error.message;
  return whyNoDatabase(error) ?? error.stack ?? error.message;
}
