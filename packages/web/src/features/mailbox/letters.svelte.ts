export type Letter = {
  id: string;
  at: string;
  from: string;
  to: string[];
  subject: string;
  text: string;
};

/** The letters kept on this machine, newest first, asked for again and again while somebody looks. */
export class Letters {
  all = $state.raw<Letter[]>([]);
  state = $state<'loading' | 'here' | 'absent' | 'unreachable'>('loading');

  /** Returns how to stop. */
  watch(): () => void {
    const everyMs = 2_000;
    const look = (): void => {
      if (document.visibilityState === 'visible') void this.#load();
    };
    look();
    const timer = setInterval(look, everyMs);
    return () => clearInterval(timer);
  }

  async #load(): Promise<void> {
    try {
      const response = await fetch('/dev/mailbox.json', { headers: { Accept: 'application/json' } });
      if (response.status === 404) {
        this.state = 'absent';
        return;
      }
      if (!response.ok) throw new Error(`The mailbox answered ${response.status}`);
      const letters = (await response.json()) as Letter[];
      if (letters[0]?.id !== this.all[0]?.id || letters.length !== this.all.length) this.all = letters;
      this.state = 'here';
    } catch {
      this.state = 'unreachable';
    }
  }
}
