/*
 * A control can go while somebody's keyboard is on it: what it was for is done, here or by somebody else, and the page
 * says so as soon as it hears of it. The browser then begins at the top of the page again. Whatever it is that takes the
 * control away, and whenever: who stood on it goes on beside it.
 */

const controls = 'a[href], button, input, select, textarea, summary';

/** As an attachment: focus that loses its element goes to the nearest control that is left in this room. */
export function keepsPlace(room: HTMLElement): () => void {
  /** Where the focus is, from the element outwards to the room. */
  let path: HTMLElement[] = [];

  function enter({ target }: FocusEvent): void {
    path = [];
    for (let at = target as HTMLElement | null; at && at !== room; at = at.parentElement) path.push(at);
    path.push(room);
  }

  // Some browsers tell of an element that is taken away as if it had been left.
  function leave(): void {
    setTimeout(() => {
      if (path[0]?.isConnected && !room.contains(document.activeElement)) path = [];
    });
  }

  function goOn(): void {
    if (path.length === 0 || path[0]?.isConnected || document.activeElement !== document.body) return;
    path.some((place) => place.isConnected && [...place.querySelectorAll<HTMLElement>(controls)].some(take));
    const heading = room.querySelector<HTMLElement>('h2');
    if (document.activeElement !== document.body || !heading) return;
    heading.tabIndex = -1;
    heading.focus();
  }

  // Later than the code that takes a control away: it may know a better place.
  const observer = new MutationObserver(() => setTimeout(goOn));
  observer.observe(room, { childList: true, subtree: true });
  room.addEventListener('focusin', enter);
  room.addEventListener('focusout', leave);
  return () => observer.disconnect();
}

/** Whether it could be focused: one that is disabled or folded away can't. */
function take(control: HTMLElement): boolean {
  control.focus();
  return document.activeElement === control;
}
