import { escapeHtml } from '@latchstring/message-language';
import { directionOf } from '@latchstring/texts/languages';
import type { Language } from '../language/languages.ts';

interface Framed {
  language: Language;
  subject: string;
  fromName: string;
  /** HTML, all values in it escaped. */
  content: string;
}

/** What stands around every mail's HTML part: narrow, readable in dark readers, nothing fetched from anywhere. */
export function htmlFrame({ language, subject, fromName, content }: Framed): string {
  return `<!doctype html>
<html lang="${language}"${directionOf(language) === 'rtl' ? ' dir="rtl"' : ''}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(subject)}</title>
<style>@media (prefers-color-scheme: dark) { .from { color: #d9a767 !important } }</style>
</head>
<body style="margin:0;padding:24px 16px;font:16px/1.5 -apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
<div style="max-width:520px;margin:0 auto">
<p class="from" style="margin:0 0 24px;font-size:14px;font-weight:600;color:#8a5a1f">${escapeHtml(fromName)}</p>
${content}
</div>
</body>
</html>
`;
}
