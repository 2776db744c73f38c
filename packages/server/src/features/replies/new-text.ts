/** How mail programs of many languages say that somebody wrote what follows. */
const WROTE = new RegExp(
  '(?:^|[\\s>"”»)])(?:' +
    [
      ...[
        'wrote',
        'writes',
        'a écrit',
        'écrit',
        'escribió',
        'escreveu',
        'va escriure',
        'ha scritto',
        'scritto',
      ],
      ...[
        'schrieb',
        'geschrieben',
        'schreef',
        'skrev',
        'kirjoitti',
        'skrifaði',
        'kirjutas',
        'rakstīja',
        'rašė',
      ],
      ...['napisał', 'napisała', 'napisał\\(a\\)', 'pisze', 'napsal', 'napsala', 'napsal\\(a\\)', 'napísal'],
      ...['je napisao', 'je napisala', 'je napisao/la', 'a scris', 'írta', 'ezt írta', 'yazdı', 'şunu yazdı'],
      ...[
        'пишет',
        'написал',
        'написала',
        'написал\\(а\\)',
        'пише',
        'написав',
        'έγραψε',
        'đã viết',
        'menulis',
      ],
    ].join('|') +
    ')[^\\p{L}]',
  'iu',
);
const WROTE_WITHOUT_SPACES = /写道|寫道|のメール|書きました|さんのメッセージ|작성|님이|כתב|كتب|เขียน/u;
const IS_MAIL = /@|<|\d{1,2}[:.h]\d{2}|\d{4}/;
const ENDS_AS_INTRODUCTION = /[:：]\s*[-*]*\s*$/u;

/** -----Original Message----- and the like. */
const SEPARATOR = new RegExp(
  '^[\\s>*]*[-_=]{2,40}\\s*(?:' +
    [
      ...[
        'original message',
        'forwarded message',
        'original appointment',
        'reply message',
        'message d.origine',
      ],
      ...[
        'message original',
        'message transféré',
        'mensaje original',
        'mensaje reenviado',
        'mensagem original',
      ],
      ...[
        'ursprüngliche nachricht',
        'weitergeleitete nachricht',
        'messaggio originale',
        'messaggio inoltrato',
      ],
      ...[
        'oorspronkelijk bericht',
        'doorgestuurd bericht',
        'oprindelig meddelelse',
        'ursprungligt meddelande',
      ],
      ...['opprinnelig melding', 'alkuperäinen viesti', 'oryginalna wiadomość', 'wiadomość oryginalna'],
      ...[
        'původní zpráva',
        'исходное сообщение',
        'пересылаемое сообщение',
        'orijinal mesaj',
        '原始邮件',
        '元のメッセージ',
      ],
    ].join('|') +
    ')\\s*[-_=]{2,40}\\s*$',
  'iu',
);

const heading = (words: string) => new RegExp(`^[\\s>*]*(?:${words})\\s?\\*?\\s?[:：]`, 'iu');
const FROM = heading(
  'from|von|de|da|van|från|fra|frá|lähettäjä|od|от|від|kimden|feladó|de la|από|差出人|发件人|寄件者|보낸 사람|מאת|من',
);
const OTHER_HEADINGS = [
  heading(
    'sent|date|gesendet|datum|enviado|enviado el|fecha|envoyé|envoyé le|inviato|data|verzonden|skickat|sendt|dato|lähetetty|wysłano|odesláno|отправлено|дата|gönderildi|tarih|elküldve|送信日時|日時|发送时间|日期|보낸 날짜',
  ),
  heading(
    'to|an|para|pour|à|a|per|aan|till|til|vastaanottaja|do|komu|кому|kime|címzett|către|宛先|收件人|받는 사람',
  ),
  heading(
    'subject|betreff|asunto|objet|oggetto|assunto|onderwerp|ämne|emne|aihe|temat|předmět|тема|konu|tárgy|subiect|件名|主题|主旨|제목',
  ),
];

const isQuoted = (line: string | undefined) => /^\s{0,3}>/.test(line ?? '');
const LONGEST_INTRODUCTION = 400;

/** What somebody wrote anew in a reply: without what they quote, wherever it stands, and without what introduces it. */
export function newText(text: string): string {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (isQuoted(line)) continue;
    if (SEPARATOR.test(line.slice(0, LONGEST_INTRODUCTION)) || isHeaderBlock(lines, at)) break;
    const introduction = introductionAt(lines, at);
    if (introduction === 0) kept.push(line.trimEnd());
    else if (isQuoted(nextLine(lines, at + introduction))) at += introduction - 1;
    else break;
  }
  return tidy(kept);
}

/** How many lines from here say who wrote what follows; 0: none. */
function introductionAt(lines: string[], at: number): number {
  let joined = '';
  for (let count = 1; count <= 3; count += 1) {
    const line = lines[at + count - 1];
    if (line === undefined || line.trim() === '' || joined.length > LONGEST_INTRODUCTION) return 0;
    joined += ` ${line.slice(0, LONGEST_INTRODUCTION)}`;
    if (!ENDS_AS_INTRODUCTION.test(joined.slice(-12)) || joined.length > LONGEST_INTRODUCTION) continue;
    const says = WROTE.test(`${joined} `) || WROTE_WITHOUT_SPACES.test(joined);
    if (says && IS_MAIL.test(joined)) return count;
  }
  return 0;
}

/** From:, Sent:, To:, Subject: as Outlook puts them, under a line or not. */
function isHeaderBlock(lines: string[], at: number): boolean {
  const rule = /^\s*[-_]{10,}\s*$/.test((lines[at] ?? '').slice(0, LONGEST_INTRODUCTION));
  const from = rule ? at + 1 + (lines[at + 1]?.trim() === '' ? 1 : 0) : at;
  if (!FROM.test((lines[from] ?? '').slice(0, LONGEST_INTRODUCTION))) return false;
  const following = lines.slice(from + 1, from + 7).map((line) => line.slice(0, LONGEST_INTRODUCTION));
  return OTHER_HEADINGS.filter((one) => following.some((line) => one.test(line))).length >= 2;
}

function nextLine(lines: string[], at: number): string | undefined {
  return lines.slice(at, at + 4).find((line) => line.trim() !== '');
}

/** At most one empty line in a row, none at the ends. */
function tidy(lines: string[]): string {
  const tidied = lines.filter((line, at) => line !== '' || (lines[at - 1] ?? '') !== '');
  while (tidied[0] === '') tidied.shift();
  while (tidied.at(-1) === '') tidied.pop();
  return tidied.join('\n');
}
