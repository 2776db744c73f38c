export const loginLinks = {
  'This username and this code do not log in. Codes live ten minutes, and only the newest works; the link in the same mail lives longer.':
    'Con este nombre de usuario y este código no se puede entrar. Los códigos duran diez minutos y solo vale el más reciente; el enlace del mismo correo dura más.',
  'This login link was used already. Each one works once.':
    'Este enlace de acceso ya se ha usado. Cada uno sirve una vez.',
  'This login link does not work any more.': 'Este enlace de acceso ya no funciona.',
  'This login link was taken back.': 'Este enlace de acceso se ha retirado.',
  'A coach is logged in in this browser. A login link of a client can not be used here.':
    'En este navegador ha iniciado sesión un coach. Aquí no se puede usar el enlace de acceso de un cliente.',
  'login link': 'enlace de acceso',
  'This {0} is incomplete. Copy all of it from the mail.':
    'Falta una parte: {0} incompleto. Cópialo entero del correo.',
  'A login code has eight letters and digits, like 7K3M-9TQ4.':
    'Un código de acceso tiene ocho letras y cifras, como 7K3M-9TQ4.',
  'The password is wrong.': 'La contraseña no es correcta.',
};
