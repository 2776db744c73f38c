export const loginLinks = {
  'This username and this code do not log in. Codes live {0} minutes, and only the newest works; the link in the same mail lives longer.':
    'Con este nombre de usuario y este código no se puede entrar. Los códigos duran {0} minutos y solo vale el más reciente; el enlace del mismo correo dura más.',
  'This login link was used already. Each one works once.':
    'Este enlace de acceso ya se ha usado. Cada uno sirve una vez.',
  'This login link does not work any more.': 'Este enlace de acceso ya no funciona.',
  'This login link was taken back.': 'Este enlace de acceso se ha retirado.',
  'Another link or code was used, which ends this login link.':
    'Se ha usado otro enlace o código, y con eso termina este enlace de acceso.',
  'A new password was set, which ends this login link.':
    'Se ha puesto una contraseña nueva, y con eso termina este enlace de acceso.',
  'What opens the account was changed, which ends this login link.':
    'Ha cambiado lo que abre la cuenta, y con eso termina este enlace de acceso.',
  'This invitation was accepted already. Each one works once.':
    'Esta invitación ya se ha aceptado. Cada una sirve una vez.',
  'This invitation does not work any more.': 'Esta invitación ya no funciona.',
  'Another invitation of yours was accepted, which ends this one.':
    'Se ha aceptado otra invitación tuya, y con eso termina esta.',
  'This invitation was taken back.': 'Esta invitación se ha retirado.',
  'A coach is logged in in this browser. An invitation of a client can not be used here.':
    'En este navegador ha iniciado sesión un coach. Aquí no se puede usar la invitación de un cliente.',
  'A coach is logged in in this browser. A login link of a client can not be used here.':
    'En este navegador ha iniciado sesión un coach. Aquí no se puede usar el enlace de acceso de un cliente.',
  'login link': 'enlace de acceso',
  'This {0} is incomplete. Copy all of it from the mail.':
    'Falta una parte: {0} incompleto. Cópialo entero del correo.',
  'A login code has eight letters and digits, like 7K3M-9TQ4.':
    'Un código de acceso tiene ocho letras y cifras, como 7K3M-9TQ4.',
  'The password is wrong.': 'La contraseña no es correcta.',
};
