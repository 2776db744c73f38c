import { es } from './es/fresh-start';
import { pick } from './locale';

const en = {
  title: 'A fresh start of your account was asked for',
  text: (time: string) =>
    `Your coach asked for it, for the case that you can neither log in nor get mail. On ${time} your username and password would end, and an invitation would go to another address. You are logged in, so you need none.`,
  stop: 'Stop the fresh start',
};

export const freshStartTexts = pick({ en, es });
