/** In this browser: letters move and choose in lists, unless somebody doesn't want them to. */
const keptAs = 'latchstring-list-keys';

class ListKeys {
  #isOn = $state(localStorage.getItem(keptAs) !== 'off');

  get isOn(): boolean {
    return this.#isOn;
  }

  set isOn(on: boolean) {
    this.#isOn = on;
    if (on) localStorage.removeItem(keptAs);
    else localStorage.setItem(keptAs, 'off');
  }
}

/** What keys do in lists. */
export type KeyAct = 'search' | 'move' | 'choose' | 'act' | 'open' | 'write' | 'undo' | 'help' | 'close';

export const listKeys = new ListKeys();

/** The key that a list may act on. None while somebody types, holds another key too, or has something open on top. */
export function listKey(event: KeyboardEvent): string | undefined {
  if (!listKeys.isOn || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented)
    return undefined;
  const { target } = event;
  if (!(target instanceof Element)) return undefined;
  if (target.closest('input:not([type=checkbox]), textarea, select, [contenteditable=true], dialog'))
    return undefined;
  return event.key.length === 1 ? event.key.toLowerCase() : event.key;
}
