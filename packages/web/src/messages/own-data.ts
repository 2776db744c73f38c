import { es } from './es/own-data';
import { pick } from './locale';

const en = {
  explained:
    'Everything that is kept about you, as one file: profile, sessions, access diary, links, messages to you. It holds no password and no link. Keep it where only you can read it.',
  download: 'Download my data',
  done: (fileName: string) => `Your data is in the file ${fileName}.`,
  currentNeeded: 'Your login is a while ago. Type your current password to go on.',
  deleteAt: (time: string) =>
    `This account will be deleted ${time}. Until then you can look, and download your data below.`,
};

export const ownDataTexts = pick({ en, es });
