import { EnvFault } from './env.ts';
import { DataDirLocked } from './platform/database/lock-data-dir.ts';

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
    if (!isMendable(error)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}

function isMendable(error: unknown): error is Error {
  if (error instanceof EnvFault || error instanceof DataDirLocked) return true;
  return error instanceof Error && (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
}
