/** What a screen reader should say next, without anything on the screen moving. */
export const announcement = $state({ text: '' });

export function announce(text: string): void {
  // The same words twice in a row are only spoken twice if the region was empty in between.
  announcement.text = '';
  setTimeout(() => (announcement.text = text), 50);
}
