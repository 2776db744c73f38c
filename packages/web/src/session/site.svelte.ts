import { SiteDocument, type SiteQuery } from '@latchstring/operations';
import { run } from '../graphql/run';

/** What a signed-out page may say about where it is. */
class SiteState {
  name = $state('');
  supportEmail = $state<string | null>(null);
  linkLives = $state.raw<SiteQuery['site']['linkLives']>();
  #asked = false;

  /** Asked once per visit, before anything else: the answer also makes this browser known to the server. */
  async load(): Promise<void> {
    if (this.#asked) return;
    this.#asked = true;
    const { data } = await run(SiteDocument, {});
    if (data) {
      this.name = data.site.name;
      this.supportEmail = data.site.supportEmail;
      this.linkLives = data.site.linkLives;
    } else {
      this.#asked = false;
    }
  }
}

export const site = new SiteState();
