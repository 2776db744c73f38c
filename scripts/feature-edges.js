/** Which features may use which: the edges of the house. .dependency-cruiser.js holds the code to them. */

/** The packages that server and app have in common; they know nobody. */
export const shared = ['operations', 'message-language', 'texts'];

/** The features a feature of the server may use, through their index.ts. Growing this list is a decision. */
export const mayUse = {
  accounts: [],
  letters: ['accounts'],
  login: ['accounts', 'letters'],
  'access-changes': ['accounts', 'letters', 'login'],
  clients: ['accounts', 'letters', 'login', 'access-changes'],
  messages: ['accounts', 'letters', 'login', 'clients'],
  'my-account': ['accounts', 'letters', 'login', 'messages'],
};

/** The same for the app, whose My Account shows the cards of the rooms that own them. */
export const mayUseInApp = {
  accounts: [],
  login: [],
  'access-changes': ['login'],
  clients: [],
  messages: [],
  mailbox: [],
  'my-account': ['accounts', 'login', 'access-changes'],
};
