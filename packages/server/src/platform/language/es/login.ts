export const login = {
  'This is not right, or was used already. A code of an app works for half a minute, and once.':
    'No es correcto o ya se ha usado. Un código de una app vale medio minuto, y una sola vez.',
  'Username or password is wrong. The username is the one you were given or chose; it is not your email address.':
    'El nombre de usuario o la contraseña no son correctos. El nombre de usuario es el que recibiste o elegiste; no es tu dirección de correo.',
  'This passkey does not log in here. Log in another way, and look on My Account which passkeys you have.':
    'Esta llave de acceso no sirve aquí. Inicia sesión de otra manera y mira en Mi cuenta qué llaves tienes.',
  'This took too long, or was begun elsewhere. Start again.':
    'Ha pasado demasiado tiempo o se empezó en otro sitio. Empieza de nuevo.',
  'This account is deactivated. Write to {0}, {1}, to have it opened again.':
    'Esta cuenta está desactivada. Para que se vuelva a abrir, escribe a {0}, {1}.',
};
