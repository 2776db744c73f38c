import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Whether this machine lets us mount a disk of our own, which only root may. */
export const mayMount = spawnSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'none', tmpdir()]).status === 0;

/**
 * A disk of its own size, seen only by those who are started within it: nothing of it is left when the process ends that
 * holds it, which ends with this one.
 */
export class SmallDisk {
  readonly dir = mkdtempSync(join(tmpdir(), 'latchstring-disk-'));
  readonly #holder: ChildProcess;

  constructor(megabytes: number) {
    const script = `mount -t tmpfs -o size=${megabytes}m none ${this.dir} && echo mounted && exec cat`;
    this.#holder = spawn('unshare', ['-m', 'sh', '-c', script], { stdio: ['pipe', 'pipe', 'inherit'] });
  }

  async open(): Promise<void> {
    await once(this.#holder.stdout ?? this.#holder, 'data');
  }

  /** The beginning of a command line: what follows it sees the disk. */
  get within(): string[] {
    return ['nsenter', '-t', String(this.#holder.pid), '-m', '--'];
  }

  get #seenFromHere(): string {
    return `/proc/${String(this.#holder.pid)}/root${this.dir}`;
  }

  /** Leaves no room at all. */
  fill(): void {
    const { bavail, bsize } = statfsSync(this.#seenFromHere);
    writeFileSync(join(this.#seenFromHere, 'ballast'), Buffer.alloc(bavail * bsize));
  }

  makeRoom(): void {
    rmSync(join(this.#seenFromHere, 'ballast'), { force: true });
  }

  freeBytes(): number {
    const { bavail, bsize } = statfsSync(this.#seenFromHere);
    return bavail * bsize;
  }

  close(): void {
    this.#holder.kill('SIGKILL');
    rmSync(this.dir, { recursive: true, force: true });
  }
}
