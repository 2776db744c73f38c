/** Whether somebody seems to have typed an email address where a username belongs. Said to everyone alike. */
export function looksLikeEmail(text: string): boolean {
  return /\S@/.test(text.trim());
}
