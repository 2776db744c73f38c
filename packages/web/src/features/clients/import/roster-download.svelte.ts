import { clientImportTexts as texts } from '@latchstring/texts/app/client-import';
import { uiTexts } from '@latchstring/texts/app/ui';
import { nowInstant } from '../../../words/clock-time';
import { failureText } from '../../../words/failures';
import type { Visit } from '../../../signed-in/visit.svelte';
import { loadFile } from '../../../ui/load-file';

/** The whole roster as a file, and what came of it in words. */
export class RosterDownload {
  done = $state<string>();
  problem = $state<string>();
  #running = false;
  readonly #visit: Visit;

  constructor(visit: Visit) {
    this.#visit = visit;
  }

  async save(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    this.done = this.problem = undefined;
    // Weighs more than the list itself, and is seldom wanted.
    const parts = await loadFile(Promise.all([import('./export-clients'), import('./save-file')])).catch(
      () => undefined,
    );
    if (parts) await this.#saveBy(...parts);
    else this.problem = uiTexts.partMissing;
    this.#running = false;
  }

  async #saveBy(
    { exportClients }: typeof import('./export-clients'),
    { saveFile }: typeof import('./save-file'),
  ): Promise<void> {
    const made = await exportClients(this.#visit);
    if (made.failure) {
      this.problem = failureText(made.failure);
      return;
    }
    saveFile(texts.exportName({ day: nowInstant().slice(0, 10) }), made.text);
    this.done = texts.exported({ count: made.count });
  }
}
