// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { setStylesAside } from './inert-styles';
import { tidyPasted } from './tidy-paste';

/** As Word on a desktop copies a line of a list. */
function wordLine(sign: string, level: number, text: string, font = 'Symbol'): string {
  return `<p class=MsoListParagraphCxSpMiddle style='margin-left:${String(level * 36)}pt;text-indent:-18.0pt;mso-list:l0 level${String(level)} lfo1'><![if !supportLists]><span style='font-family:${font}'><span style='mso-list:Ignore'>${sign}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>${text}<o:p></o:p></p>`;
}

const tidy = (html: string) => {
  const tidied = tidyPasted(setStylesAside(html));
  return {
    ...tidied,
    html: tidied.html.replace(
      /<o:p><\/o:p>|<!--[^>]*-->|<span data-style="font-family[^"]*"><\/span>|\n/g,
      '',
    ),
  };
};

describe('C165 what is pasted from Word', () => {
  it('keeps bulleted and numbered lists, with the lists below their lines', () => {
    const { html } = tidy(
      [
        '<p class=MsoNormal>Bring:</p>',
        wordLine('·', 1, 'a <b>towel</b>'),
        wordLine('o', 2, 'a big one', '"Courier New"'),
        wordLine('§', 3, 'blue', 'Wingdings'),
        wordLine('·', 1, 'water'),
        '<p class=MsoNormal>Then:</p>',
        wordLine('1.', 1, 'come'),
        wordLine('a)', 2, 'by foot'),
        wordLine('2.', 1, 'stay'),
        wordLine('·', 1, 'or not'),
      ].join('\n'),
    );
    expect(html).toBe(
      '<p class="MsoNormal">Bring:</p>' +
        '<ul><li>a <b>towel</b><ul><li>a big one<ul><li>blue</li></ul></li></ul></li><li>water</li></ul>' +
        '<p class="MsoNormal">Then:</p>' +
        '<ol><li>come<ol><li>by foot</li></ol></li><li>stay</li></ol><ul><li>or not</li></ul>',
    );
  });

  it('keeps a list that begins below the first level, and one that Word’s online editor copies line by line', () => {
    expect(tidy(wordLine('·', 2, 'x') + wordLine('·', 1, 'y')).html).toBe(
      '<ul><li>x</li></ul><ul><li>y</li></ul>',
    );
    const line = (level: number, text: string) =>
      `<div class="ListContainerWrapper SCXW1"><ul class="BulletListStyle1"><li data-aria-level="${String(level)}"><p>${text}</p></li></ul></div>`;
    expect(tidy(line(1, 'a') + line(2, 'b')).html).toBe(
      '<ul><li><p>a</p><ul><li><p>b</p></li></ul></li></ul>',
    );
  });

  it('keeps the cells of a table apart, a line for each row, and says so', () => {
    const cell = (text: string) => `<td style='border:solid'><p class=MsoNormal>${text}</p></td>`;
    const { html, leftOut } = tidy(
      `<table class=MsoTableGrid><tr>${cell('Monday')}${cell('<b>9:00</b>')}</tr><tr>${cell('Tuesday')}<td>[loginLink]</td></tr></table>`,
    );
    expect(html).toBe('<p>Monday | <b>9:00</b></p><p>Tuesday | [loginLink]</p>');
    expect(leftOut).toEqual({ pictures: 0, tables: 1 });
  });

  it('takes tables that only lay a letter out for what they hold', () => {
    const { html, leftOut } = tidy(
      '<table><tr><td><table><tr><td><p>One</p><p>Two</p></td></tr></table></td></tr></table>',
    );
    expect(html.replaceAll(/<\/?div>/g, '')).toBe('<p>One</p><p>Two</p>');
    expect(leftOut.tables).toBe(0);
  });

  it('counts the pictures that stay behind, and keeps signs that are copied as pictures', () => {
    const { html, leftOut } = tidy(
      '<p>a<![if !vml]><img width=300 src="file:///C:/x.png" alt="A pond"><![endif]> b <img alt="🎉" src="https://mail.test/party.png"> <img width="1" height="1" src="https://count.test/"></p>',
    );
    expect(html).toBe('<p>a b 🎉 </p>');
    expect(leftOut).toEqual({ pictures: 1, tables: 0 });
  });
});
