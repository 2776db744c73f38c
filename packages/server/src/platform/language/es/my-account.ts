export const myAccount = {
  'The browser’s answer could not be used. Start again.':
    'La respuesta del navegador no se ha podido usar. Empieza de nuevo.',
  'You have {0} passkeys. Remove one that you don’t use first.':
    'Tienes {0} llaves de acceso. Elimina antes una que no uses.',
  'This time has passed. Choose a later one.': 'Esa hora ya ha pasado. Elige otra posterior.',
  'Choose a time within ten years, or leave it out.':
    'Elige un momento dentro de los próximos diez años o déjalo en blanco.',
  'Choose at least one.': 'Elige al menos una opción.',
  "A client's token can read the account: ACCOUNT_READ alone.":
    'El token de un cliente solo puede leer la cuenta: ACCOUNT_READ y nada más.',
  'You have {0} tokens. Revoke one that you do not need.': 'Tienes {0} tokens. Revoca uno que no necesites.',
  'This username is taken. Choose another one.': 'Este nombre de usuario ya está en uso. Elige otro.',
  'The current password is wrong.': 'La contraseña actual no es correcta.',
  'Type your current password, or have a login link mailed to you.':
    'Escribe tu contraseña actual o pide un enlace de acceso.',
  'This password can not be used.': 'Esta contraseña no se puede usar.',
  'Recovery codes stand in for a second step. Set up an authenticator app first.':
    'Los códigos de recuperación sustituyen un segundo paso. Configura antes una app de autenticación.',
  'Your account has no authenticator app (any more).':
    'Tu cuenta no tiene (o ya no tiene) app de autenticación.',
  'You have no such passkey (any more).': 'No tienes (o ya no tienes) esa llave de acceso.',
  'You have no such token.': 'No tienes ese token.',
  'This is the session you are using now. Log out instead.':
    'Esta es la sesión que estás usando ahora. Cierra la sesión en su lugar.',
  'There is no such login. It may have ended already.': 'No existe esa sesión. Puede que ya haya terminado.',
  'Set a password first. Without one, login links are your only way in, and this would lock you out.':
    'Pon antes una contraseña. Sin ella, los enlaces de acceso son tu única manera de entrar, y esto te dejaría fuera.',
  'This was changed elsewhere a moment ago. Look at it again.':
    'Esto se ha cambiado en otro sitio hace un momento. Vuelve a mirarlo.',
  'This is not the code of the moment. Type the six digits that your app shows now; if they are, its clock is off.':
    'Este no es el código de este momento. Escribe las seis cifras que muestra ahora tu app; si son esas, su reloj no va bien.',
  'This took too long, or was begun elsewhere. Set your app up again.':
    'Ha pasado demasiado tiempo o se empezó en otro sitio. Vuelve a configurar tu app.',
  'Choose one of: {0}.': 'Elige una de estas opciones: {0}.',
  'Too many passkey logins were begun from here. Wait a few minutes.':
    'Desde aquí se han empezado demasiados inicios de sesión con llave de acceso. Espera unos minutos.',
};
