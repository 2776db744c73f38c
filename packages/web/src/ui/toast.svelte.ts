type Shown = {
  text: string;
  /** How long it can be taken back; 0 where it can't be. */
  seconds: number;
  /** What it began with. */
  total: number;
  undo: (() => unknown) | undefined;
};

const secondMs = 1_000;
/** What can't be taken back is read, and goes. */
const readingMs = 6_000;

/** What was just done, and for a few seconds the way to take it back. One at a time: the newest. */
export class Toast {
  shown = $state.raw<Shown>();
  #timer: ReturnType<typeof setInterval> | undefined;

  say(text: string): void {
    this.#show({ text, seconds: 0, total: 0, undo: undefined });
    this.#timer = setTimeout(() => this.clear(), readingMs);
  }

  /** Until that moment `undo` takes it back. */
  offer(text: string, until: string, undo: () => unknown): void {
    const left = (): number => Math.max(0, Math.ceil((Date.parse(until) - Date.now()) / secondMs));
    const total = left();
    this.#show({ text, seconds: total, total, undo });
    this.#timer = setInterval(() => {
      if (left() === 0) this.clear();
      else this.shown = { text, seconds: left(), total, undo };
    }, secondMs);
  }

  undo(): void {
    const undo = this.shown?.undo;
    this.clear();
    undo?.();
  }

  clear(): void {
    clearInterval(this.#timer);
    this.shown = undefined;
  }

  #show(shown: Shown): void {
    clearInterval(this.#timer);
    this.shown = shown;
  }
}
