/**
 * Mailgun fills in `%recipient.email%`, `%unsubscribe_url%` and the like. In HTML a character reference keeps it from
 * seeing them, and the reader sees the same letters.
 *
 * The text part and the subject have no second way to write a percent sign, and no letter of theirs may change. What
 * keeps them whole is that there is nothing to fill in: no recipient variables are ever handed over, no template is
 * used, no mailing list is written to, and tracking (unsubscribing included) is off in every call.
 */
export function hideFromMailgun(html: string): string {
  // Only where another one follows on the line: a lone percent sign is nobody's variable.
  return html.replace(/%(?=[^%\r\n]*%)/g, '&#37;');
}
